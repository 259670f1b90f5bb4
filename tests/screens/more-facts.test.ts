// What the screens around the question must say: look-ups, comparisons, the own page, the state of a quiz, help and refusals.
import { commandGroups } from '../../src/commands/command.ts'
import { describe, expect, it } from 'vitest'
import { samples } from '../samples.ts'
import type { Block, Screen } from '../../src/screens/screen.ts'
import { words } from '../bot/stage.ts'
import { commands } from '../catalog.ts'

function screen(name: string): Screen {
  const found = samples.get(name)
  if (found === undefined) throw new Error(`no sample ${name}`)
  return found
}
const said = (name: string) => words(screen(name))
const labels = (name: string) => screen(name).blocks.flatMap((block: Block) => (block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : []))

describe('a look-up', () => {
  it("says who is responsible, each side's half, what differs, and where to read it", () => {
    for (const fact of ['Responsible: The customer', 'AWS: AWS patches the host', 'The customer: You patch the guest', 'Note: Documents differ', 'Read it in', 'Joint Accountability: “Patching']) {
      expect(said('lookup')).toContain(fact)
    }
  })

  it('of two things names each, with a button to its notes and passages', () => {
    expect(screen('lookup-two').title).toBe('Side by side: different owners')
    expect(said('lookup-two').match(/Responsible: /g)).toHaveLength(2)
    expect(labels('lookup-two')).toEqual(['Patching the guest operating system on…', 'Patching the managed runtime of Lambda'])
  })

  it('of a term says what it is first, and then who is responsible', () => {
    expect(said('lookup-term')).toContain('The software layer')
    expect(said('lookup-term')).toContain('Read it in')
    expect(said('lookup-term')).toMatch(/The software layer[^]*Responsible: AWS/u)
  })

  it('of what is not covered says so, names nobody, and offers what is near', () => {
    expect(said('lookup-nothing')).toContain("don’t cover “price of lunch”")
    expect(said('lookup-nothing')).not.toContain('Responsible')
    expect(labels('lookup-nothing')).toEqual(['Patch management', 'Amazon S3'])
  })

  it('of a value that the documents lack says so, and offers who is responsible', () => {
    expect(said('lookup-lacking')).toContain('The documents don’t give that value.')
    expect(said('lookup-lacking')).toContain('Configuration of Lambda functions: The customer')
    expect(labels('lookup-lacking')).toEqual(['Configuration of Lambda functions'])
  })

  it('of a bare name says first what it is, and small talk what it answers', () => {
    expect(said('lookup-meaning')).toMatch(/The operating system inside an instance\.[^]*Responsible/u)
    expect(said('lookup-hello')).toContain('I answer questions about the course')
  })

  it('of a list shows it, and doesn’t call it what comes closest', () => {
    expect(said('lookup-list')).toContain('Automate.')
    expect(said('lookup-list')).not.toContain('closest')
    expect(said('lookup-passage')).toContain('This passage comes closest:')
  })

  it('of what nothing is near to says what can be asked, and offers nothing', () => {
    expect(said('lookup-far')).not.toContain('Closest')
    expect(labels('lookup-far')).toEqual([])
    expect(said('lookup-far')).toContain('Try a service, a task, or a term.')
  })
})

describe('a comparison', () => {
  it('shows its table, its notes, where to read it, and the way to the other tables', () => {
    expect(said('compare')).toContain('Operating system | The customer | AWS | AWS')
    expect(said('compare')).toContain('Read it in')
    expect(said('compare-note')).toContain('Guest operating system on EC2: Documents differ')
    expect(labels('compare')).toEqual(['More', 'Read the passage', 'All tables'])
  })
})

describe('the own page', () => {
  it('has the open question, the progress and the rank', () => {
    for (const fact of ['A security scan of your Lambda functions', "You haven’t answered yet", 'Streak: 12 study days', 'rank 2 of 14', '✅ – ❌']) expect(said('home')).toContain(fact)
    const hub = ['Answer', 'Last answer', 'Leaderboard', 'My progress', 'Pause', 'Settings', 'Managers', 'Look something up', 'Privacy', 'Help', 'Set up a channel']
    expect(labels('home')).toEqual(expect.arrayContaining(hub))
  })

  it('says when the next question comes where none is open', () => {
    expect(said('home-several')).toContain('No question is open right now. The next question comes Tue, Nov 24, 09:00 (Europe/Berlin).')
  })

  it('of somebody new says what this is and how to begin', () => {
    for (const fact of ['only you see whether you were right', 'Set up a channel', '/study setup']) expect(said('home-empty')).toContain(fact)
  })
})

describe('the state of a quiz', () => {
  it('says when the next question comes, what became of the last one, and why one was not posted', () => {
    for (const fact of ['Next question: Tue, Nov 24, 09:00', 'Latest question: open since Mon, Nov 23, 09:00', 'Not posted: due', 'missed: The bot was down']) {
      expect(said('status')).toContain(fact)
    }
  })

  it.each(['status', 'settings'])('in %s says all that is set, and who manages it', (name) => {
    for (const fact of ['Posted: 09:00, Mon–Fri, Europe/Berlin', 'Open: Until an hour before the next question', 'Explanation: Right away, privately', 'Topics: All', 'Study day: From 04:00', 'Managers: Ada, and owners and admins']) {
      expect(said(name)).toContain(fact)
    }
  })

  it('after a change offers the settings that the form did not ask for, and nothing that was just done', () => {
    expect(labels('set-up')).toEqual(['More settings', 'Result & ping'])
    expect(said('set-up')).not.toContain('/study settings')
  })

  it('is introduced in the channel by a person, with a button for the first question until there is one', () => {
    for (const fact of ['Ada set up a daily question here: Mon–Fri at 09:00 (Europe/Berlin).', 'You’ll see right away whether you’re right.', 'The first question comes']) expect(said('introduction')).toContain(fact)
    expect(labels('introduction')).toEqual(['Post the first question now'])
    expect(labels('introduction-begun')).toEqual([])
  })

  it('says what to do where the introduction was refused', () => {
    for (const fact of ['/invite', 'Your settings are saved', '/study setup again']) expect(said('set-up-refused')).toContain(fact)
  })

  it('in a pause says how to go on', () => {
    expect(said('notice')).toContain('/study resume')
  })
})

describe('help', () => {
  it("begins with what matters first, and leads to every group of commands, managers' ones last", () => {
    expect(labels('help').slice(0, 5)).toEqual(['Today’s question', 'Practice', 'Review', 'Exam', 'Look something up'])
    expect(labels('help').slice(5)).toEqual(['Study alone', 'Documents', 'Your group', 'Your account', 'Manage quiz', 'Manage team'])
    expect(said('help')).toContain('/study help setup')
  })

  it('says in each group what its commands do, and each command stands in one', () => {
    const groups = [...samples.keys()].filter((name) => commandGroups.some((group) => name.startsWith(`help-${group}`))).map(said)
    for (const { name, summary } of commands.list) expect(groups.filter((group) => group.includes(`/study ${name} ${summary}`))).toHaveLength(1)
    expect(said('help-study')).toContain('/study practice ')
    expect(said('help-look-up')).toContain('/study lookup ')
    expect(said('help-group')).toContain('/study board ')
    expect(said('help-manage')).toContain('/study setup ')
  })

  it('on one command says what it takes, word by word, with an example', () => {
    const setup = commands.find('setup')
    for (const { name, summary } of setup?.options ?? []) expect(said('help-setup')).toContain(`${name}: ${summary}`)
    for (const example of setup?.examples.slice(1, 2) ?? []) expect(said('help-setup')).toContain(`/study ${example}`)
  })
})

describe('a refusal', () => {
  it('names the word that was not understood, the usage and examples', () => {
    for (const fact of ['“nein”', 'Usage: /study setup [time]', 'For example: /study setup']) expect(said('refusal-usage')).toContain(fact)
  })

  it('of what only managers may says who they are', () => {
    expect(said('refusal')).toContain('Managers: Ada, and all owners and admins')
  })
})

describe('every screen', () => {
  it.each([...samples])('%s has a title, whole sentences, no mark of a missing value, and no word of the program', (_, each) => {
    expect(each.title).toMatch(/^[A-Z“].*[^.\s]$/u)
    expect(words(each)).not.toMatch(/undefined|null|NaN|\[object|ledger|\b1 (points|people|votes|answers|study days)\b|(?<=\S) {2,}|\.\.(?!\.)| ,/u)
  })
})

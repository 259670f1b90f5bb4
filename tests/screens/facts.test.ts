// What each screen must say, whatever it looks like: the facts that people need, and what to do next.
import { describe, expect, it } from 'vitest'
import { samples } from '../samples.ts'
import type { Block, Button, Screen } from '../../src/screens/screen.ts'
import { words } from '../bot/stage.ts'

function screen(name: string): Screen {
  const found = samples.get(name)
  if (found === undefined) throw new Error(`no sample ${name}`)
  return found
}
const said = (name: string) => words(screen(name))
const blocks = <Kind extends Block['kind']>(name: string, kind: Kind) => screen(name).blocks.filter((block): block is Extract<Block, { readonly kind: Kind }> => block.kind === kind)
const buttons = (name: string) => blocks(name, 'buttons').flatMap((block) => block.buttons)

const key = 'The library; the managed runtime is patched by AWS'
const wrong = 'Neither, because Lambda is serverless'
const whyKey = 'only your team can replace them'
const whyNots = ['Owning the function does not make you', 'Without servers there is still code', 'It is the other way round']
const places = ['Responsibilities by Service: “AWS Lambda”', 'Joint Accountability: “Patching Scenarios by Service Type”']

describe('an open question', () => {
  it('says what is asked, until when, and that the first answer counts and is told right away', () => {
    expect(said('question')).toContain('What do you answer?')
    expect(said('question')).toContain('open until Tue, Nov 24, 08:00 (Europe/Berlin)')
    expect(said('question')).toMatch(/first answer counts\. You’ll see right away/)
  })

  it('gives nothing away', () => {
    for (const name of ['question', 'question-two']) {
      for (const secret of [whyKey, ...whyNots, 'Remember:', ...places]) expect(said(name)).not.toContain(secret)
    }
  })

  it('says how many options it takes where that is more than one, and that an answer can be changed', () => {
    expect(said('question-two')).toContain('Select TWO.')
    expect(blocks('question-two', 'choices').map(({ pick }) => pick)).toEqual([2])
    expect(said('question-two')).toContain('You can change your answer until then. The result comes after it closes.')
    expect(said('question')).not.toContain('Select')
  })
})

describe('a result', () => {
  it.each(['result-right', 'result-wrong', 'result-again'])('%s says what was chosen, the right option, why, and what to remember; the rest is behind More', (name) => {
    for (const fact of [key, whyKey, 'Remember: On Lambda you patch what you upload.', '[More]', '[Read the passage]']) expect(said(name)).toContain(fact)
    for (const more of [...whyNots, 'In practice:', 'Read it in', 'And by the way']) expect(said(name)).not.toContain(more)
  })

  it('says the rest behind More: why not each other option, the note, where to read it, a tip', () => {
    for (const fact of [...whyNots, 'Note: In practice:', ...places, 'And by the way', '[Back]', '[Read “Patching Scenarios']) expect(said('more')).toContain(fact)
  })

  it('says whether it was right in its title, and in no color alone', () => {
    expect([screen('result-right').title, screen('result-wrong').title]).toEqual(['Right', 'Not this time'])
  })

  it('names the right answer beside a wrong one', () => {
    expect(said('result-wrong')).toContain(`You answered C: ${wrong}\nThe answer is B: ${key}`)
    expect(said('result-right')).not.toContain('The answer is')
  })

  it('says how long the streak is, and nothing of one that has not begun', () => {
    expect(said('result-right')).toContain('Your streak: 13 study days')
    expect(said('result-wrong')).not.toContain('streak')
  })

  it('says that an earlier answer stands', () => {
    expect(screen('result-again')).toMatchObject({ title: 'You already answered', tone: 'plain' })
    expect(said('result-again')).toContain(`You answered B: ${key}\nThat was right. Your first answer counts.`)
  })

  it('leads on to the own progress and to the board', () => {
    expect(buttons('result-right').map(({ control }) => control)).toEqual(expect.arrayContaining(['v1:run:me', 'v1:run:board']))
  })

  it('that comes later is only noted: what was chosen, until when it can be changed, and not whether it is right', () => {
    expect(said('noted')).toContain('B: Turn Block Public Access on · D: Narrow the bucket policy')
    expect(said('noted')).toContain('You can change it until Tue, Nov 24, 08:00')
    expect(screen('noted').tone).toBe('plain')
    for (const secret of [whyKey, 'Remember:', 'Right']) expect(said('noted')).not.toContain(secret)
  })
})

describe('a closed round', () => {
  it('says the answer, how the group voted, why, and who was right', () => {
    expect(screen('reveal').title).toBe('The answer: B')
    for (const fact of [whyKey, 'Right: Ada, Grace, Linus, Barbara, Edsger', '[My result]']) expect(said('reveal')).toContain(fact)
    expect(blocks('reveal', 'votes')).toMatchObject([{ answered: 9, options: [{ votes: 2, right: false }, { votes: 6, right: true }, { votes: 1, right: false }, { votes: 0, right: false }] }])
  })

  it('takes no answers any more, and shows nobody’s choice', () => {
    expect(blocks('reveal', 'choices')).toEqual([])
    expect(blocks('reveal', 'votes').flatMap(({ options }) => options.filter(({ mine }) => mine))).toEqual([])
  })
})

describe('a closed round for one person', () => {
  it('says whether they were right, and why; what was asked and how everyone answered is a page of its own', () => {
    expect(screen('answer')).toMatchObject({ title: 'Not this time', tone: 'wrong' })
    expect(said('answer')).toContain(`You answered C: ${wrong}\nThe answer is B: ${key}`)
    for (const fact of [whyKey, 'Remember:', '[Options and votes]', '[More]']) expect(said('answer')).toContain(fact)
    expect(said('asked-question')).toContain('Right: Ada, Grace, Linus, Barbara, Edsger')
    expect(blocks('asked-question', 'votes').flatMap(({ options }) => options.filter(({ mine }) => mine).map(({ letter }) => letter))).toEqual(['C'])
  })

  it('tells somebody who didn’t answer what was right', () => {
    for (const fact of [`You didn’t answer this one. The answer is B: ${key}`, whyKey]) expect(said('answer-missed')).toContain(fact)
  })

  it('says that an answer came too late', () => {
    expect(screen('answer-late').title).toBe('You already answered')
    expect(said('answer-late')).toContain('This question is closed. You answered B')
  })
})

describe('a recap', () => {
  it('says when, the answer, how many were right, who leads and whose streak is longest, above the next question', () => {
    expect(said('question-recap')).toMatch(/^Yesterday: B\. 6 of 9 right\. Ada leads with 5 points\. Longest streak: Grace, 12 days\.\n\[See the answer\]\nQuestion of the day\n/u)
    expect(said('recap')).toBe('The answer: B\n6 of 9 right. Ada leads with 5 points. Longest streak: Grace, 12 days.\n[My result]')
  })
})

describe('a board', () => {
  it('says over which time and where, how many there are, and how points are made', () => {
    expect(screen('board').title).toBe('Leaderboard: this week, this channel')
    expect(said('board')).toContain('Page 1 of 2 · 14 people · 1 point per right answer')
  })

  it('shows the own row though it is on another page, with points, accuracy and streak', () => {
    expect(blocks('board', 'ranking').map(({ own }) => own)).toMatchObject([{ rank: 11, you: true, points: 0, accuracy: 0, streak: 1 }])
  })

  it.each(['board', 'board-last'])('%s leads to every time, place and page, with buttons that stay where they are', (name) => {
    const rows = blocks(name, 'buttons').map((block) => block.buttons.map(({ label }) => label))
    const picture = name === 'board' ? [['Show as a picture']] : []
    expect(rows).toEqual([['Week', 'Month', 'Season', 'All time'], ['Points', '% right', 'Days'], ['This channel', 'All channels'], ['‹ Previous', 'Next ›'], ...picture])
  })

  it('marks what is shown now, which a press shows again, and has no page before the first and behind the last', () => {
    const marked = (name: string, state: Button['state']) => buttons(name).filter((button) => button.state === state).map(({ label, control }) => [label, control])
    expect(marked('board', 'current')).toEqual([['Week', 'v1:boards:place:week:points:0:'], ['Points', 'v1:boards:place:week:points:0:'], ['This channel', 'v1:boards:place:week:points:0:']])
    expect(marked('board', 'unavailable')).toEqual([['‹ Previous', 'v1:boards:place:week:points:0:']])
    expect(marked('board-last', 'current')).toEqual([['Month', 'v1:boards:group:month:points:0:'], ['Points', 'v1:boards:group:month:points:0:'], ['All channels', 'v1:boards:group:month:points:0:']])
    expect(marked('board-last', 'unavailable')).toEqual([['Next ›', 'v1:boards:group:month:points:1:']])
  })

  it('says so where there is no page of the number that was asked for', () => {
    expect(said('board-last')).toContain('There’s no page 7. This is page 2, the last one.')
    expect(said('board-last')).toContain('Page 2 of 2')
  })

  it('without anybody says who will be the first', () => {
    expect(said('board-empty')).toContain('Nobody is on this leaderboard yet. The first right answer this week takes the lead.')
  })
})

describe('one’s own progress', () => {
  it('says points and accuracy for each time, the streak with the longest one, and the rank', () => {
    for (const fact of ['This week: 4 points, 4 of 5 right (80%)', 'This month: 13 points', 'All time: 71 points', 'Streak: 12 study days (longest: 31)', 'Rank here: 2 of 14']) {
      expect(said('progress')).toContain(fact)
    }
  })

  it('before the first answer says where to begin', () => {
    expect(said('progress-none')).toContain('To see the question: /study today')
  })
})

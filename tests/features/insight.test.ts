// How a channel does, as its managers see it.
import { describe, expect, it } from 'vitest'
import { answersCsv, boardsCsv, type AskedRound } from '../../src/features/insight/export-files.ts'
import { filesOf } from '../../src/screens/files.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { buttons, control } from './session-screens.ts'

const people = ['ada', 'ben', 'cleo', 'dora', 'eve', 'finn']

/** A daily question at 09:00 UTC for some days; of six people all but the last `wrong` are right. */
async function played(days: number, wrong: number): Promise<Stage> {
  const stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  for (let day = 9; day < 9 + days; day += 1) {
    await stage.until(`2026-03-${String(day).padStart(2, '0')}T09:00Z`)
    const post = stage.channel.posts.at(-1)
    if (post === undefined) throw new Error('no question was posted')
    const choices = post.screen.blocks.find((block) => block.kind === 'choices')
    const key = stage.course.byId.questions.get((await stage.ledger.rounds.find(post.round))?.question ?? '')?.key ?? []
    const others = choices?.options.map(({ id }) => id).filter((id) => !key.some((right) => right === id)) ?? []
    for (const [at, who] of people.entries()) {
      const chosen = at < people.length - wrong ? key : [...others, ...key].slice(0, key.length)
      const single = choices?.options.find(({ id }) => id === chosen[0])?.control ?? ''
      await stage.press(who, key.length === 1 ? single : (choices?.several ?? ''), { chosen })
    }
  }
  await stage.until(`2026-03-${String(9 + days).padStart(2, '0')}T09:00Z`)
  return stage
}

describe('insight', () => {
  it('tells a manager how many take part, what is weak, and which questions are hard', async () => {
    const stage = await played(4, 2)
    const overview = await stage.type('owner', 'insight')
    expect(words(overview)).toContain('Closed questions: 4')
    expect(words(overview)).toContain('People per question: 6')
    expect(words(overview)).toContain('16 of 24 right, 67% (46 to 83%)')
    expect(words(overview)).toContain('Tuesday: 6 (1 question)')
    const hardest = await stage.press('owner', control(overview, 'Hardest'))
    expect(words(hardest)).toContain('4 of 6 right')
    expect(words(hardest)).not.toContain('4 of 6 right,')
    expect(words(await stage.type('owner', 'insight hardest 9'))).toContain('no page 9')
    const topics = await stage.press('owner', control(hardest, 'Topics'))
    expect(words(topics)).toMatch(/\d+ of \d+ right/u)
    expect(words(await stage.press('owner', control(topics, '30 days')))).toContain('last 30 days')
    const passage = await stage.press('owner', buttons(hardest).find(({ label }) => label === 'Read 1')?.control ?? '')
    expect(passage.name).toBe('passage')
    await stage.close()
  })

  it('is for managers alone, by command and by button', async () => {
    const stage = await played(1, 0)
    const overview = await stage.type('owner', 'insight')
    for (const line of ['insight', 'insight topics', 'insight nonsense']) expect(words(await stage.type('ada', line))).toContain('Only managers can do that')
    for (const { control: pressed } of buttons(overview)) expect((await stage.press('ada', pressed)).name).not.toContain('insight')
    await stage.close()
  })

  it('shows nothing of a question that shows no result, since somebody who answered it hides', async () => {
    const stage = await played(1, 2)
    for (const who of ['ben', 'cleo', 'dora', 'ada']) await stage.type(who, 'privacy hide')
    const overview = words(await stage.type('owner', 'insight'))
    expect(overview).toContain('Answers: not shown, to keep answers private')
    expect(overview).toContain('1 question shows no result')
    expect(words(await stage.type('owner', 'insight hardest'))).toContain('To keep answers private')
    await stage.close()
  })

  it('says what will be there before anything closed', async () => {
    const stage = await openStage('2026-03-09T08:00Z')
    expect(words(await stage.type('owner', 'insight'))).toContain('No daily question here yet')
    await stage.type('owner', 'setup 09:00 UTC mon-fri')
    expect(words(await stage.type('owner', 'insight month'))).toContain('No question closed here in that time')
    await stage.close()
  })
})

/** The lines of a file, without its head. */
const linesOf = (screen: Screen, name: string): readonly string[] => {
  const file = filesOf(screen).find((each) => each.name.startsWith(`studyhall-${name}`))
  return new TextDecoder().decode(file?.data).trimEnd().split('\r\n').slice(1)
}

describe('insight export', () => {
  it('brings the leaderboards, and how many chose what, and names nobody beside an answer', async () => {
    const stage = await played(2, 2)
    const screen = await stage.press('owner', control(await stage.type('owner', 'insight month'), 'Get files'))
    const boards = linesOf(screen, 'boards')
    expect(boards).toContain('this week,1,ada,2,2,2,100,2,2')
    expect(boards).toContain('all time,5,eve,0,2,0,0,2,2')
    const answers = linesOf(screen, 'answers')
    expect(answers.filter((line) => line.startsWith('2026-03-09,no,') && line.includes(',yes,4,'))).toHaveLength(1)
    expect(answers.some((line) => line.startsWith('2026-03-10,no,') && line.includes(',no,2,'))).toBe(true)
    for (const who of people) expect(answers.join('\n')).not.toMatch(new RegExp(`\\b${who}\\b`, 'u'))
    await stage.close()
  })

  it('of two people, tells nothing of the one who hides or goes by an alias', async () => {
    for (const line of ['privacy hide', 'privacy alias "Blue Heron"']) {
      const stage = await openStage('2026-03-09T08:00Z')
      await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs')
      await stage.until('2026-03-09T09:00Z')
      const round = stage.channel.posts[0]?.round ?? ''
      const { right, wrong } = stage.optionsOf(round)
      await stage.press('ada', answerControl.text({ round, option: right }))
      await stage.press('ben', answerControl.text({ round, option: wrong }))
      await stage.type('ben', line)
      await stage.until('2026-03-10T09:00Z')
      const screen = await stage.type('owner', 'insight export')
      expect(linesOf(screen, 'answers')).toEqual([expect.stringMatching(/^2026-03-09,no,.*,2,,,,"kept back, /u)])
      expect(JSON.stringify(filesOf(screen).map(({ data }) => new TextDecoder().decode(data)))).not.toMatch(/\bben\b/u)
      expect(linesOf(screen, 'boards').some((row) => row.includes('Blue Heron'))).toBe(false)
      await stage.close()
    }
  })

  it('is for managers alone, and says so where there is nothing', async () => {
    const stage = await openStage('2026-03-09T08:00Z')
    await stage.type('owner', 'setup 09:00 UTC mon-fri')
    expect(words(await stage.type('ada', 'insight export year'))).toContain('Only managers can do that')
    expect(words(await stage.type('owner', 'insight export month'))).toContain('No question closed here in the last 30 days')
    await stage.close()
  })

  it('runs no formula of a name or a question, and lists several right options as people chose them', () => {
    const person = { id: 'p', name: '=HYPERLINK("http://x")' }
    expect(boardsCsv([{ name: 'this week', rows: [{ person, rank: 1, points: 1, answered: 1, right: 1, days: 1, streak: 1 }] }])).toContain(`"'=HYPERLINK(""http://x"")"`)
    const options = [{ id: 'a', text: '+1' }, { id: 'b', text: 'B' }, { id: 'c', text: 'C' }]
    const round: AskedRound = { id: 'r', question: 'q', day: '2026-03-09', extra: true, key: ['a', 'b'], answered: 3, votes: [{ chosen: ['a', 'c'], people: 1 }, { chosen: ['a', 'b'], people: 2 }], stem: '@stem', topicTitle: 'T', options }
    expect(answersCsv([round]).split('\r\n').slice(1, 3)).toEqual([`2026-03-09,yes,q,T,'@stem,3,'+1 + B,yes,2,`, `2026-03-09,yes,q,T,'@stem,3,'+1 + C,no,1,`])
    expect(answersCsv([{ ...round, answered: 0, votes: [] }])).toContain('3-09,yes,q,T,\'@stem,0,,,,nobody answered'.slice(1))
  })
})

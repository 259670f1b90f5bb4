// One other answer made right gave points to everyone who is shown and chose it: the rest of its votes, which all had seen, was what somebody
// chose who hides. An alias showed its own new point.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control, labels } from '../features/session-screens.ts'

let stage: Stage
let letters: { readonly right: string; readonly wrong: readonly string[] }
afterEach(() => stage.close())

const press = async (who: string, letter: string) => {
  const round = stage.channel.posts.at(-1)?.round ?? ''
  const order = (await stage.ledger.rounds.find(round))?.order ?? []
  return stage.press(who, answerControl.text({ round, option: order['ABCDEF'.indexOf(letter)] ?? '' }))
}

async function open(): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility', salt: 'x' })
  await stage.type('owner', 'setup 09:00 UTC mon-fri open=4h')
  await stage.until('2026-03-02T09:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  const order = (await stage.ledger.rounds.find(round))?.order ?? []
  const { right } = stage.optionsOf(round)
  const letterOf = (option: string) => 'ABCDEF'[order.indexOf(option)] ?? ''
  letters = { right: letterOf(right), wrong: order.filter((option) => option !== right).map(letterOf) }
}

/** Seven answer, of whom Gil does what `line` says; the question closes. */
async function answered(line: string | null, when: 'before' | 'after' = 'before'): Promise<void> {
  await open()
  const { right, wrong: [one = '', two = ''] } = letters
  if (line !== null && when === 'before') await stage.type('gil', line)
  for (const [who, letter] of [['bob', right], ['cara', one], ['dan', one], ['eve', two], ['fay', two], ['gil', two], ['hal', right]] as const) await press(who, letter)
  await stage.until('2026-03-02T13:01Z')
  if (line !== null && when === 'after') await stage.type('gil', line)
}

async function correct(line: string): Promise<string> {
  const asked = await stage.type('owner', `correct ${line} 2 Mar`)
  const label = labels(asked).find((each) => ['Change it', 'Void it', 'Undo it'].includes(each) && asked.name === 'correct-confirm')
  return words(label === undefined ? asked : await stage.press('owner', control(asked, label)))
}

const regrade = (letter: string) => correct(`regrade key=${letter}`)

it.each([['privacy hide', 'before'], ['privacy hide', 'after'], ['privacy alias Blue Heron', 'before'], ['privacy alias Blue Heron', 'after']] as const)('where somebody answered and does %s %s it, managers can void, and nothing else', async (line, when) => {
  await answered(line, when)
  const board = words(await stage.type('bob', 'board all'))
  for (const letter of letters.wrong) {
    const refused = await regrade(letter)
    expect(refused).toContain('Somebody who answered hides or goes by an alias.')
    expect(refused).toMatch(/You can still void the question\. If it has to count, ask the people who run the bot: npm run -s study -- correct \S+/u)
  }
  expect(words(await stage.type('bob', 'board all'))).toBe(board)
  expect(await correct('void')).toContain('Done.')
  for (const letter of letters.wrong) expect(await regrade(letter)).toContain('hides or goes by an alias')
  expect(await correct('undo')).toContain('Undone: it’s as it was before.')
  expect(words(await stage.type('bob', 'board all'))).toBe(board)
})

it('where everybody is shown by name, managers correct as often as they like, and undo leaves all as it was', async () => {
  await answered(null)
  const seen = async () => [words(await stage.type('bob', 'last')), words(await stage.type('owner', 'insight')), words(await stage.type('bob', 'board all'))]
  const before = await seen()
  for (const letter of letters.wrong) expect(await regrade(letter)).toContain('Done.')
  for (const _ of letters.wrong) expect(await correct('undo')).toContain('Undone: it’s as it was before.')
  expect(await seen()).toEqual(before)
  expect(await correct('undo')).toContain('There’s no correction to undo.')
})

it('a correction from before somebody hid can be taken back, and no other answer made right', async () => {
  await answered(null)
  await regrade(letters.wrong[0] ?? '')
  await stage.type('gil', 'privacy hide')
  expect(await regrade(letters.wrong[1] ?? '')).toContain('hides or goes by an alias')
  expect(await regrade(letters.right)).toContain('Done.')
  expect(await correct('undo')).toMatch(/Undone: /u)
})

it('an open question that an alias has answered since is neither corrected nor taken back', async () => {
  await open()
  const { right, wrong: [one = '', two = ''] } = letters
  for (const who of ['bob', 'cara', 'dan', 'eve', 'owner']) await press(who, one)
  expect(await regrade(two)).toContain('Done.')
  stage.clock.now += 60_000
  await stage.type('gil', 'privacy alias Blue Heron')
  await press('gil', right)
  expect(await correct('undo')).toContain('hides or goes by an alias')
  expect(await regrade(right)).toContain('hides or goes by an alias')
})

it('the people who run the bot are warned, and a manager reads what stays hidden after an undo', async () => {
  await answered('privacy hide')
  const round = stage.channel.posts[0]?.round ?? ''
  const found = await stage.ledger.rounds.find(round)
  const key = [found?.order['ABCDEF'.indexOf(letters.wrong[0] ?? '')] ?? '']
  const question = stage.course.byId.questions.get(found?.question ?? '')
  if (found === undefined || found.words === null || question === undefined) throw new Error('the question is gone')
  const what = { question: question.id, asked: { key: found.key, words: found.words, mark: 1 }, after: { key, voided: false, words: found.words, mark: 2 }, why: '' }
  expect(await stage.ledger.courseCorrections.foresee(what)).toMatchObject({ rounds: 1, telling: 1 })
  expect(await stage.ledger.courseCorrections.foresee({ ...what, after: { ...what.after, key: found.key, voided: true } })).toMatchObject({ rounds: 1, telling: 0 })
  await stage.ledger.courseCorrections.correct(what, stage.clock.now)
  const asked = await stage.type('owner', 'correct undo 2 Mar')
  for (const text of [words(asked), words(await stage.press('owner', control(asked, 'Undo it')))]) expect(text).toContain('The question still shows no votes and no names')
})

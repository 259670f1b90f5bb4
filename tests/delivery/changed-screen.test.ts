// What managers read of questions that changed in the course while they were open.
import { describe, expect, it } from 'vitest'
import type { QuestionChange } from '../../src/core/question-change.ts'
import { minute } from '../../src/core/time.ts'
import { changedScreen } from '../../src/delivery/changed-screen.ts'
import type { Claim } from '../../src/ledger/delivery.ts'
import { words } from '../bot/stage.ts'
import { monday, quizOf, wordsOf } from '../ledger/world.ts'

function claimOf(stem: string, { openedAt = null }: { readonly openedAt?: number | null } = {}): Claim {
  return { round: { place: 'slack:T1/C1', words: wordsOf(stem), dueAt: monday, openedAt, zone: 'UTC' }, quiz: quizOf(), sendingSince: null } as unknown as Claim
}

const read = (claims: readonly Claim[], ...changes: QuestionChange[]) => words(changedScreen(claims, (claim) => changes[claims.indexOf(claim)] ?? 'none'))

describe('a manager of one changed question', () => {
  it.each<[QuestionChange, string]>([
    ['new-key', 'The course now has a different right answer.'],
    ['reworded', 'The course now has a different text for it.'],
    ['removed', 'It’s no longer in the course.'],
  ])('reads which it is, how the course differs (%s), and what to do', (change, how) => {
    expect(read([claimOf('Who mends the roof?')], change).split('\n')).toEqual([
      'The course changed while a question was open',
      expect.stringMatching(/^a channel, posted .*9:00/u),
      '“Who mends the roof?”',
      `${how} The post keeps its question, answer, and explanation.${change === 'removed' ? '' : ' The new version comes the next time the question is asked.'}`,
      'If the posted version was wrong, correct it with /study correct in the channel. For details, type /study status there.',
    ])
  })

  it('reads which channel it is in, and when it was posted, not when it was due', () => {
    const [line] = changedScreen([claimOf('Who?', { openedAt: monday + 7 * minute })], () => 'new-key').blocks
    expect(line).toEqual({ kind: 'paragraph', text: [{ kind: 'place', id: 'slack:T1/C1' }, ', posted ', { kind: 'moment', at: monday + 7 * minute, zone: 'UTC', show: 'both' }] })
  })

  it('reads the beginning of a long question', () => {
    expect(read([claimOf('long '.repeat(100))], 'new-key')).toMatch(/“long [^”]{100,119}”/u)
  })

})

describe('a manager of several changed questions', () => {
  it('reads each of them with its own change, and what to do once', () => {
    const text = read([claimOf('Who mends the roof?'), claimOf('Who pays?', { openedAt: monday + minute }), claimOf('Who left?')], 'new-key', 'reworded', 'removed')
    expect(text.split('\n')).toEqual([
      'The course changed while questions were open',
      expect.stringMatching(/^a channel, posted .*9:00.*: “Who mends the roof\?” The course now has a different right answer\.$/u),
      expect.stringMatching(/^a channel, posted .*9:01.*: “Who pays\?” The course now has a different text for it\.$/u),
      expect.stringMatching(/^a channel, posted .*9:00.*: “Who left\?” It’s no longer in the course\.$/u),
      'Each post keeps its question, answer, and explanation. New versions come the next time a question is asked.',
      'If the posted version was wrong, correct it with /study correct in the channel. For details, type /study status there.',
    ])
  })
})

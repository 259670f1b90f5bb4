// What an act does to a private session: presses count once, where the session is, and before its end.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countAnswered, countRight, decideAct, gradeOf, isTaskRight, type Act, type Session, type Task } from '../../src/core/session.ts'
import { hour, minute } from '../../src/core/time.ts'

const start = Date.UTC(2026, 10, 23, 12)
const task = (key: readonly string[] = ['b']): Task => ({ item: 'question:one', order: ['a', 'b', 'c', 'd'], key, content: 7 })
const session = (change: Partial<Session> = {}): Session => ({
  id: '0123456789abcdef', kind: 'practice', about: null, tasks: [task(), task(['a', 'c']), task()], steps: new Map(), position: 0, zone: 'UTC',
  startedAt: start, endsAt: null, endedAt: null, abandoned: false, givenBack: 0, ...change,
})
const exam = (change: Partial<Session> = {}) => session({ kind: 'exam', endsAt: start + hour, ...change })
const answer = (position: number, ...chosen: string[]): Extract<Act, { readonly kind: 'answer' }> => ({ kind: 'answer', position, chosen })

/** The session after these acts, a second apart. */
const after = (from: Session, acts: readonly Act[]): Session => acts.reduce((now, act, index) => decideAct(now, act, start + index * 1_000).session, from)

describe('an answer', () => {
  it('counts once in a practice, and is graded', () => {
    const { verdict, session: now, entries } = decideAct(session(), answer(0, 'b'), start)
    expect([verdict, now.position, entries]).toEqual(['done', 0, [{ item: 'question:one', day: '2026-11-23', at: start, source: 'practice', grade: 'good' }]])
    expect(decideAct(now, answer(0, 'a'), start + 1)).toEqual({ verdict: 'stands', session: now, entries: [] })
  })

  it('of an exam can be changed, moves on, and counts at its end', () => {
    const now = after(exam(), [answer(0, 'a'), { kind: 'go', position: 1, to: 0 }, answer(0, 'b'), answer(1, 'c', 'a')])
    expect([now.position, countAnswered(now), countRight(now)]).toEqual([2, 2, 2])
    const ended = decideAct(now, { kind: 'end' }, start + minute)
    expect(ended.entries.map(({ grade }) => grade)).toEqual(['good', 'good'])
    expect(ended.session.endedAt).toBe(start + minute)
  })

  it('on an old message changes nothing', () => {
    const now = after(session(), [answer(0, 'b'), { kind: 'go', position: 0, to: 1 }])
    for (const act of [answer(0, 'a'), { kind: 'go', position: 0, to: 1 }, { kind: 'flag', position: 0 }] as const) {
      expect(decideAct(now, act, start)).toEqual({ verdict: 'elsewhere', session: now, entries: [] })
    }
  })

  it('must be an option, and as many as it takes', () => {
    for (const chosen of [[], ['x'], ['a', 'b']]) expect(decideAct(session(), answer(0, ...chosen), start).verdict).toBe('bad-choice')
    const two = session({ position: 1 })
    for (const chosen of [['a'], ['a', 'a'], ['a', 'b', 'c']]) expect(decideAct(two, answer(1, ...chosen), start).verdict).toBe('bad-choice')
    expect(decideAct(two, answer(1, 'c', 'a'), start).verdict).toBe('done')
  })

  it('counts only where the task can be answered now, whatever was chosen', () => {
    for (const chosen of [['b'], ['x'], []]) {
      const now = session()
      expect(decideAct(now, { ...answer(0, ...chosen), takes: () => false }, start)).toEqual({ verdict: 'closed', session: now, entries: [] })
    }
    const asked: Task[] = []
    const takes = (task: Task) => asked.push(task) > 0
    expect(decideAct(session(), { ...answer(0, 'b'), takes }, start).verdict).toBe('done')
    expect(asked).toEqual([session().tasks[0]])
    expect(decideAct(session(), { ...answer(1, 'b'), takes: () => false }, start).verdict).toBe('elsewhere')
  })

  it('counts for the study day of its zone, which begins at four', () => {
    const night = Date.UTC(2026, 10, 24, 2)
    const dayIn = (zone: string) => decideAct(session({ zone }), answer(0, 'b'), night).entries[0]?.day
    expect([dayIn('UTC'), dayIn('Asia/Tokyo'), dayIn('America/New_York')]).toEqual(['2026-11-23', '2026-11-24', '2026-11-23'])
  })
})

describe('a grade', () => {
  it('is never hard for a wrong answer, and hard for a right guess', () => {
    expect(gradeOf(task(), { chosen: ['b'], guess: false })).toBe('good')
    expect(gradeOf(task(), { chosen: ['b'], guess: true })).toBe('hard')
    expect(gradeOf(task(), { chosen: ['a'], guess: true })).toBe('again')
    expect(['again', 'hard', 'good'].map((chosen) => gradeOf(task([]), { chosen: [chosen], guess: false }))).toEqual(['again', 'hard', 'good'])
  })

  it('takes all options of the key, and no other', () => {
    expect([['a', 'c'], ['c', 'a'], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((chosen) => isTaskRight(task(['a', 'c']), chosen))).toEqual([true, true, false, false, false])
  })

  it('can say before the answer that it is a guess, and not after it', () => {
    const guessed = after(session(), [{ kind: 'guess', position: 0 }, answer(0, 'b')])
    expect(guessed.steps.get(0)).toMatchObject({ guess: true, chosen: ['b'] })
    expect(decideAct(guessed, { kind: 'guess', position: 0 }, start).verdict).toBe('stands')
    expect(after(session(), [{ kind: 'guess', position: 0 }, { kind: 'guess', position: 0 }]).steps.get(0)?.guess).toBe(false)
  })
})

describe('the end', () => {
  it('of a practice comes behind its last task', () => {
    const now = after(session({ position: 2 }), [answer(2, 'b'), { kind: 'go', position: 2, to: 3 }])
    expect(now.endedAt).not.toBeNull()
    expect(decideAct(now, answer(2, 'a'), start).verdict).toBe('over')
  })

  it('of an exam waits behind its last task until it is submitted', () => {
    const now = after(exam({ position: 2 }), [answer(2, 'b')])
    expect([now.position, now.endedAt]).toEqual([3, null])
    expect(decideAct(now, { kind: 'go', position: 3, to: 1 }, start).session.position).toBe(1)
  })

  it('counts a press of the last moment, and none of the next', () => {
    const last = decideAct(exam(), answer(0, 'b'), start + hour - 1)
    expect(last.verdict).toBe('done')
    const late = decideAct(last.session, answer(1, 'a', 'c'), start + hour)
    expect([late.verdict, late.session.endedAt, late.entries.length]).toEqual(['over', start + hour, 1])
  })

  it('leaves nothing of an exam that is given up', () => {
    const given = decideAct(after(exam(), [answer(0, 'b')]), { kind: 'abandon' }, start + minute)
    expect([given.session.abandoned, given.session.endedAt, given.entries]).toEqual([true, start + minute, []])
  })
})

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('answer' as const), position: fc.integer({ min: -1, max: 4 }), chosen: fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('go' as const), position: fc.integer({ min: -1, max: 4 }), to: fc.integer({ min: -1, max: 4 }) }),
  fc.record({ kind: fc.constantFrom('guess' as const, 'flag' as const), position: fc.integer({ min: -1, max: 4 }) }),
  fc.record({ kind: fc.constantFrom('end' as const, 'abandon' as const) }),
)

describe('whatever is pressed', () => {
  it('a repeated press adds nothing to the log, and every answer is logged at most once', () => {
    fc.assert(fc.property(fc.array(anyAct, { maxLength: 25 }), fc.constantFrom(session(), exam()), (acts, from) => {
      let [now, logged] = [from, 0]
      for (const [index, act] of acts.entries()) {
        const once = decideAct(now, act, start + index)
        const twice = act.kind === 'flag' || act.kind === 'guess' ? once : decideAct(once.session, act, start + index)
        expect(once !== twice && once.verdict === 'done' && twice.entries.length > 0).toBe(false)
        logged += once.entries.length
        now = once.session
        expect(now.position).toBeGreaterThanOrEqual(0)
        expect(now.position).toBeLessThanOrEqual(now.tasks.length)
      }
      expect(logged).toBeLessThanOrEqual(countAnswered(now))
    }))
  })
})

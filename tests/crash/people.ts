// What the people of the crash test do, and what they were told: the truth that the ledger is held against.
import type { Quiz } from './calendar.ts'
import type { Seen } from './side.ts'

export type Act = {
  readonly quiz: Quiz
  readonly person: string
  /** `answer`: the newest question. `twice`: the same press two times at once. `late`: a question as it stood a day ago. */
  readonly kind: 'answer' | 'twice' | 'late' | 'board' | 'now'
  /** From 0 to 1, decides what is chosen. */
  readonly taste: number
}

export type Attempt = {
  readonly chosen: readonly string[]
  readonly at: number
  /** Null where nobody replied. */
  heard: Verdict | null
}

/** `counted`: this answer counts, and whether it is right is said or not. `stands`: some answer is in. `none`: no answer is in. */
export type Verdict = { readonly kind: 'counted'; readonly right: boolean | null } | { readonly kind: 'stands' | 'none' | 'broken' }

/** What somebody was shown after a press. */
export type Reply = { readonly round: string; readonly text: string }

export type Notes = {
  /** By person and round, in the order of the presses. */
  readonly attempts: ReadonlyMap<string, readonly Attempt[]>
  readonly replies: readonly Reply[]
  /** Presses and commands that a living program did not answer. */
  readonly unanswered: () => number
  /** How often somebody was told that an answer counts or stands. */
  readonly confirmations: () => number
  readonly act: (act: Act) => Promise<void>
}

export const keyOf = (person: string, round: string): string => `${person} ${round}`

/** @param alive whether the program lives that was asked */
export function createNotes(alive: () => boolean, now: () => number): Notes {
  const attempts = new Map<string, Attempt[]>()
  /** Each person's old view of the last question of a room. */
  const remembered = new Map<string, Seen>()
  const replies: Reply[] = []
  const counts = { unanswered: 0, confirmations: 0 }

  async function press({ person, taste, kind }: Act, post: Seen): Promise<void> {
    const chosen = choose(post, taste)
    const attempt: Attempt = { chosen, at: now(), heard: null }
    const key = keyOf(person, post.round)
    attempts.set(key, [...(attempts.get(key) ?? []), attempt])
    const hear = (text: string): void => {
      replies.push({ round: post.round, text })
      const verdict = verdictOf(text)
      if (verdict.kind === 'counted' || verdict.kind === 'stands') counts.confirmations += 1
      if (attempt.heard?.kind !== 'counted') attempt.heard = verdict
    }
    await Promise.all(Array.from({ length: kind === 'twice' ? 2 : 1 }, () => post.press(person, chosen, hear)))
    if (attempt.heard === null && alive()) counts.unanswered += 1
  }

  async function act(wish: Act): Promise<void> {
    const { quiz, person, kind } = wish
    const post = quiz.side.posts(quiz).findLast(({ shows }) => shows === 'question')
    const memory = `${quiz.name} ${person}`
    switch (kind) {
      case 'answer':
      case 'twice':
        if (post === undefined) return
        remembered.set(memory, post)
        return press(wish, post)
      case 'late': {
        const old = remembered.get(memory)
        return old === undefined ? undefined : press(wish, old)
      }
      case 'board':
      case 'now': {
        const line = kind === 'now' ? 'now' : (['board', 'me', 'today', 'status'][Math.floor(wish.taste * 4)] ?? 'board')
        const said = await quiz.side.type(quiz, kind === 'now' ? quiz.manager : person, line)
        if (said === undefined && alive()) counts.unanswered += 1
      }
    }
  }

  return { attempts, replies, act, unanswered: () => counts.unanswered, confirmations: () => counts.confirmations }
}

function choose({ options, pick }: Seen, taste: number): readonly string[] {
  const first = Math.floor(taste * options.length)
  return Array.from({ length: pick }, (_, index) => options[(first + index) % options.length] ?? '')
}

export function verdictOf(text: string): Verdict {
  // While a question doesn't count, the first answer stays: the reply says which one that is.
  if (/You already answered|It earns no points/.test(text)) return { kind: 'stands' }
  if (/Answer (saved|changed)/.test(text)) return { kind: 'counted', right: null }
  if (/^\W*Right\b/.test(text)) return { kind: 'counted', right: true }
  if (/^\W*Not this time/.test(text)) return { kind: 'counted', right: false }
  return { kind: /went wrong/.test(text) ? 'broken' : 'none' }
}

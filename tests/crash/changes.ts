// What managers and people change in the crash test besides answering: questions are corrected, and accounts are linked; both are taken back.
import { correctControls } from '../../src/features/correct/face.ts'
import { linkControls } from '../../src/features/link/face.ts'
import type { Control } from '../../src/screens/control.ts'
import type { Quiz } from './calendar.ts'
import type { Shown } from './side.ts'

export type Seat = { readonly quiz: Quiz; readonly person: string }

/** `undo`: of the last correction in the room. `giver`: who has the code. */
export type Change =
  | { readonly kind: 'regrade' | 'void' | 'undo'; readonly quiz: Quiz; readonly taste: number }
  | { readonly kind: 'link' | 'unlink'; readonly giver: Seat; readonly taker: Seat; readonly byGiver: boolean }

/** `unknown`: nobody replied, so it may be done or not. */
export type Outcome = 'done' | 'not' | 'unknown'

/** `to`: what the round is judged by after it; null: what held before. */
export type CorrectingTry = { readonly round: string; readonly to: string | null; readonly at: number; outcome: Outcome }
/** When it was, by the program: its clock, and how many beats were over. */
export type Mark = { readonly at: number; readonly beat: number }
export type LinkingTry = Mark & { readonly giver: string; readonly taker: string; readonly links: boolean; outcome: Outcome }

export type Changes = {
  /** Both in the order of the last presses. */
  readonly corrections: readonly CorrectingTry[]
  readonly links: readonly LinkingTry[]
  readonly act: (change: Change) => Promise<void>
}

export const voided = 'void'

/** @param now by the clock of the platforms */
export function createChanges(now: () => number, mark: () => Mark): Changes {
  const corrections: CorrectingTry[] = []
  const links: LinkingTry[] = []
  /** What a manager still has on screen. */
  const screens = new Map<Quiz, Shown>()

  /** Presses what changes something; a reply may come when the program is dead already. */
  async function press(shown: Shown, control: string, tried: { outcome: Outcome }, success: RegExp): Promise<Shown | undefined> {
    return shown.press(control, ({ text }) => {
      if (success.test(text)) tried.outcome = 'done'
      else if (!/went wrong/u.test(text)) tried.outcome = 'not'
    })
  }

  async function correct(quiz: Quiz, kind: 'regrade' | 'void', taste: number): Promise<void> {
    const shown = await quiz.side.ask(quiz, quiz.manager, `correct change=${kind}`)
    const asks = found(shown, correctControls.ask)
    // Where several answers are right, none has a button of its own.
    const choice = asks.filter(({ values }) => values.change === 'regrade' && values.key.length === 1)
    const chosen = choice[Math.floor(taste * choice.length)]
    const confirm = kind === 'void' || chosen === undefined ? shown : await shown?.press(chosen.control)
    const [last] = found(confirm, correctControls.carryOut)
    if (confirm === undefined || last === undefined) return
    const { round, change, key } = last.values
    const tried: CorrectingTry = { round, to: change === 'void' ? voided : key.toSorted().join(''), at: now(), outcome: 'unknown' }
    corrections.push(tried)
    const after = await press(confirm, last.control, tried, /Done\./u)
    if (after !== undefined) screens.set(quiz, after)
  }

  async function undo(quiz: Quiz): Promise<void> {
    const done = screens.get(quiz)
    screens.delete(quiz)
    const [button] = found(done, correctControls.askUndo)
    const shown = done === undefined || button === undefined ? await quiz.side.ask(quiz, quiz.manager, 'correct change=undo') : await done.press(button.control)
    const [last] = found(shown, correctControls.undo)
    if (shown === undefined || last === undefined) return
    const tried: CorrectingTry = { round: last.values.round, to: null, at: now(), outcome: 'unknown' }
    corrections.push(tried)
    await press(shown, last.control, tried, /Undone/u)
  }

  async function link(giver: Seat, taker: Seat): Promise<void> {
    const given = await giver.quiz.side.ask(giver.quiz, giver.person, 'link')
    const code = /[B-Z]{4}-[B-Z]{4}/u.exec(given?.text ?? '')?.[0]
    if (code === undefined) return
    const shown = await taker.quiz.side.ask(taker.quiz, taker.person, `link code=${code}`)
    const [last] = found(shown, linkControls.link)
    if (shown === undefined || last === undefined) return
    const tried: LinkingTry = { giver: giver.person, taker: taker.person, links: true, ...mark(), outcome: 'unknown' }
    links.push(tried)
    await press(shown, last.control, tried, /have one history and one streak now/u)
  }

  async function unlink({ quiz, person }: Seat, giver: Seat, taker: Seat): Promise<void> {
    const shown = await quiz.side.ask(quiz, person, 'unlink')
    const [last] = found(shown, linkControls.unlink)
    if (shown === undefined || last === undefined) return
    const tried: LinkingTry = { giver: giver.person, taker: taker.person, links: false, ...mark(), outcome: 'unknown' }
    links.push(tried)
    await press(shown, last.control, tried, /each have their own history/u)
  }

  async function act(change: Change): Promise<void> {
    switch (change.kind) {
      case 'regrade':
      case 'void':
        return correct(change.quiz, change.kind, change.taste)
      case 'undo':
        return undo(change.quiz)
      case 'link':
        return link(change.giver, change.taker)
      case 'unlink':
        return unlink(change.byGiver ? change.giver : change.taker, change.giver, change.taker)
    }
  }

  return { corrections, links, act }
}

function found<V>(shown: Shown | undefined, control: Control<V>): readonly { readonly control: string; readonly values: V }[] {
  return (shown?.controls ?? []).flatMap((text) => {
    const values = control.read(text)
    return values === undefined ? [] : [{ control: text, values }]
  })
}

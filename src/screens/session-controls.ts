// What the buttons of a private session say: the session, and where in it they were shown. A press on a message of an earlier task finds
// the session elsewhere, and changes nothing.
import type { SessionId } from '../core/session.ts'
import { hash } from '../core/random.ts'
import { control, oneOf, upTo, type Control, type Field } from './control.ts'
import type { Button } from './screen.ts'

export const session: Field<SessionId> = { write: (value) => value, read: (text) => (/^[0-9a-f]{16}$/u.test(text) ? text : undefined) }

/** One of the choices of a task; null if several are chosen beside the control. */
const choice: Field<string | null> = {
  write: (value) => value ?? '*',
  read: (text) => (text === '*' ? null : /^[a-z0-9][a-z0-9-]*$/u.test(text) ? text : undefined),
}

/** No session has more tasks. */
const position = upTo(99)

export type SessionControls = {
  readonly answer: Control<{ readonly session: SessionId; readonly position: number; readonly choice: string | null }>
  /** `to` may be behind the last task. */
  readonly go: Control<{ readonly session: SessionId; readonly position: number; readonly to: number }>
  readonly mark: Control<{ readonly session: SessionId; readonly position: number; readonly mark: 'guess' | 'flag' }>
  readonly end: Control<{ readonly session: SessionId; readonly how: 'end' | 'abandon' }>
  /** Shows the session as it stands. */
  readonly show: Control<{ readonly session: SessionId }>
}

/** @param word stands in every button of the feature, so it never changes */
export function sessionControls(word: string): SessionControls {
  return {
    answer: control(word, { session, position, choice }),
    go: control(`${word}-go`, { session, position, to: position }),
    mark: control(`${word}-mark`, { session, position, mark: oneOf('guess', 'flag') }),
    end: control(`${word}-end`, { session, how: oneOf('end', 'abandon') }),
    show: control(`${word}-show`, { session }),
  }
}

/** Shows more of a task, such as the back of a card, and changes nothing. @param word stands in every button of the feature, so it never changes */
export const flipControl = (word: string) => control(`${word}-flip`, { session, position })

/** The same for a command that is delivered again, so that it starts no second session. */
export const sessionIdOf = (event: string, kind: string): SessionId =>
  [hash(`${kind} ${event}`), hash(`${event} ${kind}`)].map((part) => part.toString(16).padStart(8, '0')).join('')

export const goButton = (controls: Pick<SessionControls, 'go'>, { id, position }: { readonly id: SessionId; readonly position: number }, to: number, label: string): Button => ({
  label,
  control: controls.go.text({ session: id, position, to }),
  primary: to > position,
})

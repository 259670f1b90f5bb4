// The button that opens a passage of a study document: the section that a statement cites.
import type { Source } from '../core/question.ts'
import { hash } from '../core/random.ts'
import { control, oneOf, upTo, type Field } from './control.ts'
import type { Button } from './screen.ts'

/** What stands for a section in a button: its key may be longer than a button can hold. 16 hexadecimal digits. */
export const sectionMark = (key: string): string => [hash(key), hash(`again ${key}`)].map((part) => part.toString(16).padStart(8, '0')).join('')

export const sectionField: Field<string> = { write: (value) => value, read: (text) => (/^[0-9a-f]{16}$/u.test(text) ? text : undefined) }

/** `show`: `beside` the screen that the button is on; `here` in its place, to turn a page. */
export const passageControl = control('passage', { section: sectionField, page: upTo(999), show: oneOf('beside', 'here') })

/** @param label if the document is not the only one that can be read */
export const passageButton = ({ key }: Source, label = 'Read the passage'): Button => ({
  label,
  control: passageControl.text({ section: sectionMark(key), page: 0, show: 'beside' }),
  primary: false,
})

/** For the sources that a screen shows: one button, or one for each by its section. */
export function passageButtons(sources: readonly Source[]): readonly Button[] {
  const [first, ...more] = [...new Map(sources.map((source) => [source.key, source])).values()]
  if (first === undefined) return []
  return [passageButton(first), ...more.map((source) => passageButton(source, `Read “${shortened(source.section)}”`))]
}

const longestLabel = 36

const shortened = (text: string) => (text.length <= longestLabel ? text : `${text.slice(0, longestLabel - 1).trimEnd()}…`)

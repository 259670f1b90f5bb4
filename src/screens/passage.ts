// The button that opens a passage of a study document: the section that a statement cites.
import type { Source } from '../core/question.ts'
import { hash } from '../core/random.ts'
import { control, oneOf, ofCourse, upTo, type Field } from './control.ts'
import type { Button } from './screen.ts'
import { shortLabels } from './short-labels.ts'

/** What stands for a section in a button: its key may be longer than a button can hold. 16 hexadecimal digits. */
export const sectionMark = (key: string): string => [hash(key), hash(`again ${key}`)].map((part) => part.toString(16).padStart(8, '0')).join('')

export const sectionField: Field<string> = { write: (value) => value, read: (text) => (/^[0-9a-f]{16}$/u.test(text) ? text : undefined) }

/** `show`: `beside` the screen that the button is on; `here` in its place, to turn a page. */
export const passageControl = control('passage', { section: sectionField, page: upTo(999), show: oneOf('beside', 'here') })

const about = (course: number | undefined, control: string): string => (course === undefined ? control : ofCourse(course, control))

/** @param label if the document is not the only one that can be read */
export const passageButton = ({ key, course }: Pick<Source, 'key' | 'course'>, label = 'Read the passage'): Button => ({
  label,
  control: about(course, passageControl.text({ section: sectionMark(key), page: 0, show: 'beside' })),
  primary: false,
})

/** Digits of a mark that are enough where a button has to hold several. */
const shortMark = 8

const shortMarks: Field<readonly string[]> = {
  write: (marks) => marks.map((mark) => mark.slice(0, shortMark)).join(''),
  read: (text) => (/^(?:[0-9a-f]{8}){1,10}$/u.test(text) ? text.match(/.{8}/gu) ?? [] : undefined),
}

/** Lists all sections that a statement cites. `sections`: the beginnings of their marks. */
export const passagesControl = control('passages', { sections: shortMarks })

/** A heading may stand in quotes itself. */
export const readLabel = (heading: string): string => `Read “${heading.replace(/^["“](.*)["”]$/su, '$1')}”`

/** As many as fit into the text of a control. */
const sectionsListed = 10
/** Where the course stands in it, too. */
const listedOfCourse = 9

/**
 * A button for each section that a screen cites.
 *
 * @param most if there are more, the last button lists all of them
 */
export function passageButtons(sources: readonly Source[], most = sources.length): readonly Button[] {
  const all = [...new Map(sources.map((source) => [source.key, source])).values()]
  const [first, ...more] = all.length > most ? all.slice(0, most - 1) : all
  if (first === undefined) return []
  const names = shortLabels(more.map(({ section }) => section), longestLabel)
  return [passageButton(first), ...more.map((source, at) => passageButton(source, readLabel(names[at] ?? ''))), ...(all.length > most ? listButtons(all) : [])]
}

function listButtons(all: readonly Source[]): readonly Button[] {
  const size = all[0]?.course === undefined ? sectionsListed : listedOfCourse
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => {
    const part = all.slice(at * size, (at + 1) * size)
    const label = all.length <= size ? `All ${all.length} passages` : `Passages ${at * size + 1} to ${at * size + part.length}`
    return { label, control: about(part[0]?.course, passagesControl.text({ sections: part.map(({ key }) => sectionMark(key)) })), primary: false }
  })
}

/** Beside the buttons of a session, which come first. */
export const passagesInSession = 2

/** On a screen that is about one thing. */
export const passagesOnScreen = 3

const longestLabel = 36

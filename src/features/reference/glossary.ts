// The glossary: one term, and all terms by their first letter.
import { withoutCodeMarks } from '../../core/code-marks.ts'
import { isSameName } from '../../commands/fold.ts'
import { fitting, named } from '../../commands/matching.ts'
import { withTitles } from '../../course/document-titles.ts'
import type { Course, Term } from '../../course/course.ts'
import { termExample } from '../../course/examples.ts'
import { refusal } from '../../screens/notice.ts'
import { passageButtons, passagesOnScreen } from '../../screens/passage.ts'
import { fitsPhone } from '../../screens/phone.ts'
import { buttonRows, pickList } from '../../screens/pick-list.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { sourcesLine } from '../../screens/sources.ts'
import { command, strong } from '../../screens/text.ts'
import { referenceControls } from './face.ts'
import { written } from '../../screens/written.ts'

/** As many as Discord takes. */
const lettersInRow = 5

type Letter = NonNullable<ReturnType<typeof referenceControls.letter.read>>['letter']

const names = ({ term, aliases }: Term) => [term, ...aliases]

/** By one of its names; a letter by itself is all terms below it; anything else is the terms whose names contain it. */
export function defineTerm(course: Course, typed: string): Screen {
  const found = fitting(course.glossary, names, typed)
  const [first, ...others] = found
  const isExact = first !== undefined && names(first).some((name) => isSameName(name, typed))
  const letter = readLetter(typed)
  if (letter !== undefined && !isExact) return letterScreen(course, letter, 0)
  if (first !== undefined) return isExact || others.length === 0 ? termScreen(course, first) : termsWith(course, typed, 0)
  const near = named(course.glossary, names, typed)
  return {
    ...refusal('Not in the glossary', [[`There’s no term “${typed.slice(0, 80)}”. `, command('define'), ' lists all of them, and ', command(`lookup ${typed.slice(0, 60)}`), ' searches the documents.']]),
    ...(near.length === 0 ? {} : termsScreen(`Did you mean “${near[0]?.term ?? ''}”?`, near)),
  }
}

/** `b`, `B`, `letter b`; `#` is the terms that begin with no letter. */
const readLetter = (typed: string) => referenceControls.letter.read(referenceControls.letter.text({ letter: typed.trim().toLowerCase().replace(/^letter\s+/u, '') as Letter, page: 0 }))?.letter

/** Terms whose names contain what was typed, a page at a time. */
export const termsWith = ({ glossary }: Pick<Course, 'glossary'>, typed: string, page: number): Screen => termsScreen(`Terms with “${typed.slice(0, 80)}”`, fitting(glossary, names, typed), (to) => referenceControls.terms.text({ page: to, words: typed }), page)

export function termScreen(course: Course, { term, definition, note, see, sources }: Term): Screen {
  const related = see.flatMap((id) => course.byId.glossary.get(id) ?? [])
  const text: Block[] = [{ kind: 'paragraph', text: written(withTitles(course, definition)) }]
  if (note !== undefined) text.push({ kind: 'paragraph', text: [strong('Note: '), ...written(withTitles(course, note))] })
  const buttons: Block = { kind: 'buttons', buttons: [...passageButtons(sources, passagesOnScreen), letterButton(term)] }
  const screen = (shown: number): Screen => ({ name: 'term', title: withoutCodeMarks(term), tone: 'plain', blocks: [...text, { kind: 'footnote', text: sourcesLine(sources) }, ...buttonRows(related.slice(0, shown).map(pick)), buttons] })
  return [relatedShown, 2].map(screen).find(fitsPhone) ?? screen(1)
}

/** Fewer below a long text. */
const relatedShown = 4

const pick = ({ id, term }: Pick<Term, 'id' | 'term'>) => ({ label: term, control: referenceControls.term.text({ term: id }) })

const letterButton = (term: string) => ({ label: 'All terms', control: referenceControls.letter.text({ letter: letterOf(term), page: 0 }), primary: false })

/** @param control of a page, from 0 */
export function termsScreen(title: string, terms: readonly Pick<Term, 'id' | 'term'>[], control: (page: number) => string = () => '', page = 0): Screen {
  return { name: 'terms', title, tone: 'plain', blocks: [...pickList(terms.map(pick), { page, control })] }
}

function letterOf(term: string): Letter {
  const first = term.toLowerCase().replace(/^(aws|amazon|the)\s+/u, '')[0] ?? '#'
  return /^[a-z]$/u.test(first) ? (first as Letter) : '#'
}

const byLetter = ({ glossary }: Pick<Course, 'glossary'>) => new Map([...Map.groupBy(glossary, ({ term }) => letterOf(term))].toSorted(([one], [other]) => one.localeCompare(other, 'en')))

const noGlossary = () => refusal('No glossary', [['This course has none. ', command('lookup'), ' searches its documents.']])

/** @param letter null: the first that has a term; where one has none, all letters are offered */
export function letterScreen(course: Pick<Course, 'glossary'>, letter: Letter | null, page: number): Screen {
  const letters = byLetter(course)
  const [first] = letters.keys()
  if (first === undefined) return noGlossary()
  const shown = letter ?? first
  const terms = letters.get(shown)?.toSorted((a, b) => a.term.localeCompare(b.term, 'en'))
  if (terms === undefined) return lettersScreen(course, shown)
  const keys = [...letters.keys()]
  const at = keys.indexOf(shown)
  const around = [keys[at - 1], keys[at + 1]].flatMap((other) => (other === undefined ? [] : [letterPick(other, `Terms: ${other.toUpperCase()}`)]))
  return {
    name: 'glossary',
    title: `Terms: ${shown.toUpperCase()}`,
    tone: 'plain',
    blocks: [
      ...pickList(terms.map(pick), { page, control: (to) => referenceControls.letter.text({ letter: shown, page: to }) }),
      ...buttonRows([...around, { label: 'All letters', control: referenceControls.letters.text({}) }]),
      { kind: 'footnote', text: ['To go straight to a letter: ', command(`define ${shown.toUpperCase()}`), '. To a term: ', command(`define ${termExample(course) ?? terms[0]?.term ?? ''}`)] },
    ],
  }
}

const letterPick = (letter: Letter, label: string) => ({ label, control: referenceControls.letter.text({ letter, page: 0 }) })

/** Every letter that a term begins with. @param missing a letter that was asked for and has no term */
export function lettersScreen(course: Pick<Course, 'glossary'>, missing?: Letter): Screen {
  const letters = [...byLetter(course).keys()]
  if (letters.length === 0) return noGlossary()
  const lead = missing === undefined ? '' : `No term begins with ${missing.toUpperCase()}. `
  return {
    name: 'letters',
    title: 'Which letter?',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [`${lead}${course.glossary.length} terms begin with these letters:`] },
      ...buttonRows(letters.map((letter) => letterPick(letter, letter.toUpperCase())), lettersInRow),
    ],
  }
}

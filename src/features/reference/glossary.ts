// The glossary: one term, and all terms by their first letter.
import { closest } from '../../commands/closest.ts'
import { withTitles } from '../../course/document-titles.ts'
import type { Course, Term } from '../../course/course.ts'
import { termExample } from '../../course/examples.ts'
import { refusal } from '../../screens/notice.ts'
import { passageButtons } from '../../screens/passage.ts'
import { buttonRows, pickList } from '../../screens/pick-list.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { shownSources, sourcesLine } from '../../screens/sources.ts'
import { command, strong } from '../../screens/text.ts'
import { referenceControls } from './face.ts'

type Letter = NonNullable<ReturnType<typeof referenceControls.letter.read>>['letter']

const names = ({ term, aliases }: Term) => [term, ...aliases].map((name) => name.toLowerCase())

/** By its name or another name of it; where there is none, those whose name contains what was typed. */
export function defineTerm(course: Course, typed: string): Screen {
  const wanted = typed.trim().toLowerCase()
  const exact = course.glossary.find((term) => names(term).includes(wanted))
  if (exact !== undefined) return termScreen(course, exact)
  const like = course.glossary.filter((term) => names(term).some((name) => name.includes(wanted)))
  const [only, ...others] = like
  if (only !== undefined && others.length === 0) return termScreen(course, only)
  if (only !== undefined) return termsScreen(`Terms with “${typed.slice(0, 80)}”`, like.slice(0, 8))
  const near = closest(wanted, course.glossary.map(({ term }) => term.toLowerCase()))
  const meant = course.glossary.filter(({ term }) => term.toLowerCase() === near)
  return {
    ...refusal('Not in the glossary', [[`There’s no term “${typed.slice(0, 80)}”. `, command('define'), ' lists all of them, and ', command(`lookup ${typed.slice(0, 60)}`), ' searches the documents.']]),
    ...(meant.length === 0 ? {} : termsScreen(`Did you mean “${meant[0]?.term ?? ''}”?`, meant)),
  }
}

export function termScreen(course: Course, { term, definition, note, see, sources }: Term): Screen {
  const related = see.flatMap((id) => course.byId.glossary.get(id) ?? [])
  const blocks: Block[] = [{ kind: 'paragraph', text: [withTitles(course, definition)] }]
  if (note !== undefined) blocks.push({ kind: 'paragraph', text: [strong('Note: '), withTitles(course, note)] })
  blocks.push({ kind: 'footnote', text: sourcesLine(sources) }, ...buttonRows(related.slice(0, 4).map(pick)), { kind: 'buttons', buttons: [...passageButtons(shownSources(sources).slice(0, 1)), letterButton(term)] })
  return { name: 'term', title: term, tone: 'plain', blocks }
}

const pick = ({ id, term }: Pick<Term, 'id' | 'term'>) => ({ label: term, control: referenceControls.term.text({ term: id }) })

const letterButton = (term: string) => ({ label: 'All terms', control: referenceControls.letter.text({ letter: letterOf(term), page: 0 }), primary: false })

export function termsScreen(title: string, terms: readonly Pick<Term, 'id' | 'term'>[]): Screen {
  return { name: 'terms', title, tone: 'plain', blocks: buttonRows(terms.map(pick)) }
}

function letterOf(term: string): Letter {
  const first = term.toLowerCase().replace(/^(aws|amazon|the)\s+/u, '')[0] ?? '#'
  return /^[a-z]$/u.test(first) ? (first as Letter) : '#'
}

/** @param letter null: the first that has a term; one that has none is said to have none */
export function letterScreen({ glossary }: Pick<Course, 'glossary'>, letter: Letter | null, page: number): Screen {
  if (glossary.length === 0) return refusal('No glossary', [['This course has none. ', command('lookup'), ' searches its documents.']])
  const byLetter = Map.groupBy(glossary, ({ term }) => letterOf(term))
  const letters = [...byLetter.keys()].sort()
  const shown = letter !== null && byLetter.has(letter) ? letter : (letters[0] ?? '#')
  const terms = (byLetter.get(shown) ?? []).toSorted((a, b) => a.term.localeCompare(b.term, 'en'))
  const at = letters.indexOf(shown)
  const around = [letters[at - 1], letters[at + 1]].flatMap((other) => (other === undefined ? [] : [{ label: `Terms: ${other.toUpperCase()}`, control: referenceControls.letter.text({ letter: other, page: 0 }) }]))
  return {
    name: 'glossary',
    title: `Terms: ${shown.toUpperCase()}`,
    tone: 'plain',
    blocks: [
      ...(letter === null || letter === shown ? [] : ([{ kind: 'paragraph', text: [`No term begins with ${letter.toUpperCase()}. These begin with ${shown.toUpperCase()}:`] }] as const)),
      ...pickList(terms.map(pick), { page, control: (to) => referenceControls.letter.text({ letter: shown, page: to }) }),
      ...buttonRows(around),
      { kind: 'footnote', text: [`${glossary.length} terms in all: ${letters.map((each) => each.toUpperCase()).join(' ')}. To go straight to one: `, command(`define ${termExample({ glossary }) ?? terms[0]?.term ?? ''}`)] },
    ],
  }
}

// What look-ups need, built once for a course, each part when it is first asked for.
import type { Course, Responsibility } from '../course.ts'
import { lazy } from '../lazy.ts'
import { buildAsking, type Asked } from './asked.ts'
import { buildColumnSearch, type ColumnSearch } from './column-search.ts'
import { decide } from './decide.ts'
import { buildFactSearch, type FactSearch } from './fact-search.ts'
import { buildLiteralSearch, type LiteralSearch } from './literal-search.ts'
import { buildNames, type Names } from './names.ts'
import { buildChoose, type Choose } from './phrasings/choose.ts'
import { buildRanking } from './rank-rows.ts'
import { conceptIds } from './row-concepts.ts'
import { buildRowWords, type RowWords } from './row-words.ts'
import { buildSectionSearch, type SectionSearch } from './section-search.ts'
import { buildSides, type SideOf } from './sides.ts'
import { buildStudySearch, type StudySearch } from './study-search.ts'
import { buildTextSearch, type TextSearch } from './text-search.ts'
import { buildTitles, type Titles } from './titles.ts'
import { buildVocabulary, type Reading } from './vocabulary.ts'

export type Prepared = {
  readonly course: Course
  /** Ids of the concepts that at least one row is about. */
  readonly answered: ReadonlySet<string>
  readonly names: Names
  readonly asking: (reading: Reading) => Asked
  readonly rowsFor: (asked: Asked) => readonly Responsibility[]
  readonly rowWords: RowWords
  readonly search: TextSearch
  readonly literal: LiteralSearch
  readonly sections: SectionSearch
  readonly facts: FactSearch
  readonly study: StudySearch
  readonly columns: ColumnSearch
  /** By sentences in people's own words. */
  readonly choose: Choose
  readonly titles: Titles
  readonly sideOf: SideOf
  /** Ids of the concepts that the title of the course names. */
  readonly titled: ReadonlySet<string>
  readonly read: (text: string) => Reading
}

export function prepare(course: Course): Prepared {
  const vocabulary = buildVocabulary(course)
  const ranking = buildRanking(course)
  const sideOf = buildSides(course, vocabulary.brands)
  return lazy<Prepared>({
    course: () => course,
    answered: () => new Set(course.responsibilities.flatMap(conceptIds)),
    names: () => buildNames(course),
    asking: () => buildAsking(course, vocabulary),
    rowsFor: () => (asked) => decide(ranking, asked),
    rowWords: () => buildRowWords(course),
    search: () => buildTextSearch(course),
    literal: () => buildLiteralSearch(course),
    sections: () => buildSectionSearch(course),
    facts: () => buildFactSearch(course),
    columns: () => buildColumnSearch(course, sideOf),
    study: () => buildStudySearch(course, sideOf),
    choose: () => buildChoose(course, vocabulary.read),
    titles: () => buildTitles(course),
    titled: () => new Set(vocabulary.read(course.title).mentions.flatMap(({ concepts }) => concepts.map(({ id }) => id))),
    sideOf: () => sideOf,
    read: () => vocabulary.read,
  })
}

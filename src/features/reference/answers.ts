// Answers with tips, terms, and rows of the matrix.
import { matching } from '../../commands/matching.ts'
import type { Suggestion } from '../../screens/form.ts'
import type { Answers } from '../feature.ts'
import type { reference } from './face.ts'
import { defineTerm, letterScreen, lettersScreen, termScreen, termsWith } from './glossary.ts'
import { matrixNamed, matrixOf, servicesScreen } from './matrix.ts'
import { someTip, tipAfter } from './tip.ts'

export const commands: Answers<typeof reference>['commands'] = {
  tip: ({ kind }, { event }, { course }) => someTip(course, kind, event),
  define: ({ term }, _, { course }) => (term === undefined ? letterScreen(course, null, 0) : defineTerm(course, term)),
  matrix: ({ service }, _, { course }) => (service === undefined ? servicesScreen(course, 0) : matrixNamed(course, service)),
}

export const controls: Answers<typeof reference>['controls'] = {
  tip: ({ kind, after }, _, { course }) => tipAfter(course, kind === 'any' ? undefined : kind, after),
  letter: ({ letter, page }, _, { course }) => letterScreen(course, letter, page),
  letters: (_, __, { course }) => lettersScreen(course),
  terms: ({ page, words }, _, { course }) => termsWith(course, words, page),
  term: ({ term }, _, { course }) => {
    const found = course.byId.glossary.get(term)
    return found === undefined ? letterScreen(course, null, 0) : termScreen(course, found)
  },
  service: ({ service, page }, _, { course }) => matrixOf(course, service, page),
  services: ({ page }, _, { course }) => servicesScreen(course, page),
}

export const suggestions: Answers<typeof reference>['suggestions'] = {
  define: { term: (typed, limit, { course }) => offered(course.glossary.map(({ term }) => term), typed, limit) },
  matrix: {
    service: (typed, limit, { course }) => offered(course.concepts.flatMap(({ kind, name }) => (kind === 'service' ? [name] : [])), typed, limit),
  },
}

const offered = (names: readonly string[], typed: string, limit: number): readonly Suggestion[] => matching(names, typed).slice(0, limit).map((value) => ({ value, label: value }))

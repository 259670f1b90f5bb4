// Answers to look-ups and comparisons, and what is offered while somebody types them.
import { lookupExamples } from '../../course/examples.ts'
import type { Suggestion } from '../../screens/form.ts'
import { notice } from '../../screens/notice.ts'
import type { Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { compare, tableList, tableScreen, tablesNamed } from './compare.ts'
import type { lookup } from './face.ts'
import { lookUp } from './look-up.ts'

export const commands: Answers<typeof lookup>['commands'] = {
  lookup: ({ words }, _, means) => lookUp(means, words),
  compare: ({ table }, _, { course }) => compare(course, table),
}

export const controls: Answers<typeof lookup>['controls'] = {
  lookup: ({ words }, _, means) => lookUp(means, words),
  howTo: (_, __, { course }) => howToLookUp(lookupExamples(course)[0]),
  compare: ({ table }, _, { course }) => compare(course, table),
  table: ({ table, page }, _, { course }) => tableScreen(course, table, page),
  tables: ({ page }, _, { course }) => tableList(course, page),
}

/** @param example undefined: the course has nothing to look up by name */
export function howToLookUp(example: string | undefined): Screen {
  const typed = example === undefined ? ['after ', command('lookup')] : ['for example ', command(`lookup ${example}`)]
  return notice('Look something up', [['Type what you want to know in your own words, ', ...typed, '.']])
}

export const suggestions: Answers<typeof lookup>['suggestions'] = {
  lookup: { words: (typed, limit, means) => means.lookup.suggest(typed, limit).map(asItIs) },
  compare: { table: (typed, limit, { course }) => tablesNamed(course, typed).slice(0, limit).map(asItIs) },
}

const asItIs = (value: string): Suggestion => ({ value, label: value })

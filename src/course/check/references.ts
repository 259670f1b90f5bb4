// Ids: each names one thing, and whatever names an id finds it. The bot relies on this, so it is checked at every start.
import type { Concept, ConceptKind, Course } from '../course.ts'
import type { Check, Problem, Where } from '../problem.ts'
import { nearest } from '../similarity.ts'

export const checkReferences: Check = (course, where) => [
  ...checkIds(course, where),
  ...checkQuestionReferences(course, where),
  ...checkRowReferences(course, where),
  ...checkTableReferences(course, where),
  ...checkConceptReferences(course, where),
  ...course.glossary.flatMap((term) =>
    term.see.flatMap((id, at) => missing(where, term, ['see', at], 'term', id, course.byId.glossary)),
  ),
  ...course.facts.flatMap((fact) =>
    fact.owner === null ? [] : missing(where, fact, ['owner'], 'party', fact.owner, course.byId.parties),
  ),
]

function checkIds(course: Course, where: Where): readonly Problem[] {
  const spaces: readonly (readonly { readonly id: string }[])[] = [
    Object.values(course.parties),
    course.documents,
    course.topics,
    course.questions,
    course.concepts,
    course.responsibilities,
    course.tables,
    course.glossary,
    course.facts,
    course.flashcards,
    course.cases,
    ...course.cases.map(({ findings }) => findings),
    course.tips,
    course.checklist,
  ]
  return spaces.flatMap((items) => {
    const seen = new Map<string, object>()
    return items.flatMap((item): readonly Problem[] => {
      const first = seen.get(item.id)
      seen.set(item.id, first ?? item)
      if (first === undefined) return []
      const { file, line } = where(first, 'id')
      const message = `The id "${item.id}" is taken by ${file}:${line}`
      return [{ level: 'error', check: 'id-twice', ...where(item, 'id'), message, remedy: 'Give one of the two another id' }]
    })
  })
}

type Field = readonly (string | number)[]

/** A problem where a field names an id that does not exist. */
export function missing(where: Where, item: object, field: Field, what: string, id: string, known: ReadonlyMap<string, unknown>): readonly Problem[] {
  if (known.has(id)) return []
  const near = known.size <= 6 ? [...known.keys()] : nearest(id, known.keys())
  const remedy = near.length > 0 ? `Perhaps ${near.map((name) => `"${name}"`).join(' or ')}` : `Write the ${what} first, or take the id out`
  return [{ level: 'error', check: `${what}-unknown`, ...where(item, ...field), message: `There is no ${what} "${id}"`, remedy }]
}

function checkQuestionReferences({ questions, facts, byId }: Course, where: Where): readonly Problem[] {
  return questions.flatMap((question) => [
    ...missing(where, question, ['topic'], 'topic', question.topic, byId.topics),
    ...missing(where, question, ['owner'], 'party', question.owner, byId.parties),
    // A course need not keep a list of its facts; the ids then only tell questions apart.
    ...(facts.length === 0 ? [] : question.facts.flatMap((id, at) => missing(where, question, ['facts', at], 'fact', id, byId.facts))),
  ])
}

function checkRowReferences(course: Course, where: Where): readonly Problem[] {
  const kinds: readonly ConceptKind[] = ['service', 'thing', 'act']
  const conceptsOf = (kind: ConceptKind) => new Map(course.concepts.filter((concept) => concept.kind === kind).map(({ id }) => [id, id]))
  const known = new Map(kinds.map((kind) => [kind, conceptsOf(kind)]))
  return course.responsibilities.flatMap((row) => [
    ...missing(where, row, ['owner'], 'party', row.owner, course.byId.parties),
    ...row.topics.flatMap((id, at) => missing(where, row, ['topics', at], 'topic', id, course.byId.topics)),
    ...kinds.flatMap((kind) => row[kind].flatMap((id, at) => missing(where, row, [kind, at], kind, id, known.get(kind) ?? new Map()))),
  ])
}

function checkTableReferences({ tables, byId }: Course, where: Where): readonly Problem[] {
  return tables.flatMap((table) =>
    table.rows.flatMap(({ title, cells }, at): readonly Problem[] => {
      const wrongCells = cells.flatMap((id, column) =>
        id === null ? [] : missing(where, table, ['rows', at, 'cells', column], 'responsibility', id, byId.responsibilities),
      )
      if (cells.length === table.columns.length) return wrongCells
      const message = `"${title}" has ${cells.length} cells under ${table.columns.length} columns`
      const remedy = 'Write one cell for each column; null leaves a cell empty'
      return [...wrongCells, { level: 'error', check: 'table-cells', ...where(table, 'rows', at), message, remedy }]
    }),
  )
}

function checkConceptReferences({ concepts, byId }: Course, where: Where): readonly Problem[] {
  return concepts.flatMap((concept): readonly Problem[] => {
    if (concept.within === undefined) return []
    const nowhere = missing(where, concept, ['within'], 'concept', concept.within, byId.concepts)
    if (nowhere.length > 0 || !isWithinItself(concept, byId.concepts)) return nowhere
    const message = `"${concept.id}" lies within itself`
    return [{ level: 'error', check: 'concept-circle', ...where(concept, 'within'), message, remedy: 'Let the widest concept lie within nothing' }]
  })
}

function isWithinItself(concept: Concept, concepts: ReadonlyMap<string, Concept>): boolean {
  const passed = new Set<string>()
  let wider = concept.within
  while (wider !== undefined && wider !== concept.id && !passed.has(wider)) {
    passed.add(wider)
    wider = concepts.get(wider)?.within
  }
  return wider === concept.id
}

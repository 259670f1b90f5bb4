// Ids: each names one thing, and every reference finds what it names. The bot relies on this, so it is checked at every start.
import type { Concept, ConceptKind, Course } from '../course.ts'
import type { Check, Problem, Where } from '../problem.ts'
import { unknownId } from './unknown-id.ts'

export const checkReferences: Check = (course, where) => [
  ...checkIds(course, where),
  ...checkQuestionReferences(course, where),
  ...checkRowReferences(course, where),
  ...checkTableReferences(course, where),
  ...checkConceptReferences(course, where),
  ...checkTermReferences(course, where),
  ...checkFactReferences(course, where),
  ...checkDiagramReferences(course, where),
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
    course.controlCategories,
    course.controls,
    course.sheets,
    course.diagrams,
  ]
  return spaces.flatMap((items) => {
    const seen = new Map<string, object>()
    return items.flatMap((item): readonly Problem[] => {
      const first = seen.get(item.id)
      seen.set(item.id, first ?? item)
      if (first === undefined) return []
      const { file, line } = where(first, 'id')
      const message = `The id "${item.id}" is already used at ${file}:${line}`
      return [{ level: 'error', check: 'id-twice', ...where(item, 'id'), message, remedy: 'Give one of them another id' }]
    })
  })
}

function checkQuestionReferences({ questions, facts, byId }: Course, where: Where): readonly Problem[] {
  return questions.flatMap((question) => [
    ...unknownId(where, question, { field: ['topic'], what: 'topic', id: question.topic, known: byId.topics }),
    ...unknownId(where, question, { field: ['owner'], what: 'party', id: question.owner, known: byId.parties }),
    // Without facts.yaml the ids only tell questions apart, so any id will do.
    ...(facts.length === 0 ? [] : question.facts).flatMap((id, at) =>
      unknownId(where, question, { field: ['facts', at], what: 'fact', id, known: byId.facts }),
    ),
  ])
}

function checkRowReferences(course: Course, where: Where): readonly Problem[] {
  const { byId } = course
  const kinds: readonly ConceptKind[] = ['service', 'thing', 'act']
  const conceptsOf = (kind: ConceptKind) => new Map(course.concepts.filter((concept) => concept.kind === kind).map(({ id }) => [id, id]))
  const concepts = new Map(kinds.map((kind) => [kind, conceptsOf(kind)]))
  return course.responsibilities.flatMap((row) => [
    ...unknownId(where, row, { field: ['owner'], what: 'party', id: row.owner, known: byId.parties }),
    ...row.topics.flatMap((id, at) => unknownId(where, row, { field: ['topics', at], what: 'topic', id, known: byId.topics })),
    ...kinds.flatMap((kind) =>
      row[kind].flatMap((id, at) => unknownId(where, row, { field: [kind, at], what: kind, id, known: concepts.get(kind) ?? new Map() })),
    ),
  ])
}

function checkTableReferences({ tables, byId }: Course, where: Where): readonly Problem[] {
  return tables.flatMap((table) =>
    table.rows.flatMap(({ title, cells }, at): readonly Problem[] => {
      const wrongCells = cells.flatMap((id, column) => {
        if (id === null) return []
        const field = ['rows', at, 'cells', column]
        return unknownId(where, table, { field, what: 'responsibility', id, known: byId.responsibilities })
      })
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
    const unknown = unknownId(where, concept, { field: ['within'], what: 'concept', id: concept.within, known: byId.concepts })
    if (unknown.length > 0 || !isWithinItself(concept, byId.concepts)) return unknown
    const message = `"${concept.id}" is within itself`
    return [{ level: 'error', check: 'concept-circle', ...where(concept, 'within'), message, remedy: 'Remove "within" from the widest concept' }]
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

function checkTermReferences({ glossary, byId }: Course, where: Where): readonly Problem[] {
  return glossary.flatMap((term) =>
    term.see.flatMap((id, at) => unknownId(where, term, { field: ['see', at], what: 'term', id, known: byId.glossary })),
  )
}

function checkFactReferences({ facts, byId }: Course, where: Where): readonly Problem[] {
  return facts.flatMap((fact) =>
    fact.owner === null ? [] : unknownId(where, fact, { field: ['owner'], what: 'party', id: fact.owner, known: byId.parties }),
  )
}

function checkDiagramReferences({ diagrams, byId }: Course, where: Where): readonly Problem[] {
  return diagrams.flatMap((diagram): readonly Problem[] => {
    if (diagram.kind === 'steps') return []
    const [list, parts] = diagram.kind === 'layers' ? ['stacks', diagram.stacks] : ['sides', diagram.sides]
    return parts.flatMap(({ owner }, at) => unknownId(where, diagram, { field: [list, at, 'owner'], what: 'party', id: owner, known: byId.parties }))
  })
}

// The rows and terms that look-ups answer from: complete, short enough to show, and never two answers to one question.
import type { Course, Responsibility } from '../course.ts'
import { citedTexts, lengthOf, most } from './message-length.ts'
import type { Check, Problem, Where } from '../problem.ts'

export const checkResponsibilities: Check = (course, where) => [
  ...checkFit(course, where),
  ...checkHalves(course, where),
  ...checkDuties(course, where),
  // One word may name both a thing and an act: look-ups tell the kinds apart.
  ...[...Map.groupBy(course.concepts, ({ kind }) => kind).values()].flatMap((concepts) => {
    const named = concepts.map((concept) => ({ item: concept, names: [concept.name, ...concept.aliases] }))
    return checkNames(named, 'alias-twice', where)
  }),
  ...checkNames(course.glossary.map((term) => ({ item: term, names: [term.term, ...term.aliases] })), 'term-twice', where),
]

function checkHalves({ responsibilities, parties }: Course, where: Where): readonly Problem[] {
  return responsibilities.flatMap((row) => {
    const wanted = (['provider', 'customer'] as const).filter((half) => row.owner === parties[half].id || row.owner === parties.shared.id)
    return wanted
      .filter((half) => row[half] === undefined)
      .map((half): Problem => {
        const message = `${row.id}: the owner is ${row.owner}, but nothing says what ${parties[half].name} does`
        return { level: 'error', check: 'half-missing', ...where(row, 'owner'), message, remedy: `Add "${half}", a full sentence` }
      })
  })
}

function checkFit({ responsibilities, glossary }: Course, where: Where): readonly Problem[] {
  const shown = [
    ...responsibilities.map((row) => ({ item: row, texts: [row.provider, row.customer, row.note], sources: row.sources })),
    ...glossary.map((term) => ({ item: term, texts: [term.definition, term.note], sources: term.sources })),
  ]
  return shown.flatMap(({ item, texts, sources }): readonly Problem[] => {
    const length = lengthOf([...texts, ...citedTexts(sources)])
    if (length <= most.read) return []
    const message = `${item.id}: the reply to a look-up would have ${length} characters`
    return [{ level: 'error', check: 'too-long-to-show', ...where(item), message, remedy: `Shorten it to ${most.read}` }]
  })
}

function dutyOf({ service, thing, act }: Responsibility): string {
  return [service, thing, act].map((ids) => [...ids].sort().join('+')).join(' · ')
}

function checkDuties({ responsibilities }: Course, where: Where): readonly Problem[] {
  return [...Map.groupBy(responsibilities, dutyOf)].flatMap(([duty, [first, ...rest]]) =>
    rest.map((row): Problem => {
      const message = `${row.id} is about the same duty as ${first?.id}: ${duty}`
      const level = row.owner === first?.owner ? 'warning' : 'error'
      return { level, check: 'duty-twice', ...where(row), message, remedy: 'Say how the two differ, or merge them' }
    }),
  )
}

type Named = { readonly item: object; readonly names: readonly string[] }

function checkNames(entries: readonly Named[], check: string, where: Where): readonly Problem[] {
  const owners = new Map<string, object>()
  return entries.flatMap(({ item, names }) =>
    names.flatMap((name): readonly Problem[] => {
      const typed = name.toLowerCase().trim()
      const owner = owners.get(typed) ?? item
      owners.set(typed, owner)
      if (owner === item) return []
      const { file, line } = where(owner)
      return [{ level: 'warning', check, ...where(item), message: `"${name}" also means ${file}:${line}`, remedy: 'Keep it where people mean it, and remove it from the other' }]
    }),
  )
}

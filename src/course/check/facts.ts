// Facts: each is marked in the section that it names as its source, and nowhere else.
import type { Check, Problem } from '../problem.ts'

export const checkFacts: Check = (course, where) => {
  if (course.facts.length === 0) return []
  const holders = Map.groupBy(
    [...course.byId.sections.values()].flatMap((section) => section.facts.map((fact) => ({ fact, section }))),
    ({ fact }) => fact,
  )
  const unlisted = [...holders].flatMap(([id, places]): readonly Problem[] => {
    if (course.byId.facts.has(id)) return []
    const message = `The section is marked with the fact ${id}, which facts.yaml does not list`
    return places.map(({ section }) => ({ level: 'error', check: 'fact-unknown', ...where(section), message, remedy: 'Correct the marker, or list the fact' }))
  })
  const misplaced = course.facts.flatMap((fact): readonly Problem[] => {
    const places = holders.get(fact.id) ?? []
    const place = where(fact, 'source')
    // A wrong citation is already reported.
    if (!course.byId.sections.has(fact.source.key)) return []
    const elsewhere = places.filter(({ section }) => section.key !== fact.source.key)
    if (places.length === 0) {
      const remedy = `Write it into "${fact.source.key}" and add ${fact.id} to the facts marker there`
      return [{ level: 'error', check: 'fact-missing', ...place, message: `No section holds the fact ${fact.id}`, remedy }]
    }
    return elsewhere.map(({ section }) => ({
      level: 'error',
      check: 'fact-elsewhere',
      ...where(section),
      message: `The fact ${fact.id} is marked in "${section.key}", but its source is "${fact.source.key}"`,
      remedy: 'Move the marker, or correct the source in facts.yaml',
    }))
  })
  return [...unlisted, ...misplaced]
}

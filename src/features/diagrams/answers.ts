// Answers with a diagram of the course, or with the list of them.
import { closest } from '../../commands/closest.ts'
import { matching } from '../../commands/matching.ts'
import { nth } from '../../commands/nth.ts'
import type { Course, Diagram } from '../../course/course.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import { diagramScreen, listScreen } from './diagram-screen.ts'
import type { diagrams } from './face.ts'
import { pictureOf } from './picture-of.ts'

export const commands: Answers<typeof diagrams>['commands'] = {
  diagram: ({ name }, _, { course }) => (name === undefined ? listScreen(course.diagrams, 0) : named(course, name)),
}

export const controls: Answers<typeof diagrams>['controls'] = {
  diagram: ({ diagram }, _, { course }) => {
    const found = course.byId.diagrams.get(diagram)
    return found === undefined ? listScreen(course.diagrams, 0) : shown(course, found)
  },
  diagrams: ({ page }, _, { course }) => listScreen(course.diagrams, page),
}

export const suggestions: Answers<typeof diagrams>['suggestions'] = {
  diagram: { name: (typed, limit, { course }) => matching(course.diagrams.map(({ title }) => title), typed).slice(0, limit).map((value) => ({ value, label: value })) },
}

const shown = (course: Course, diagram: Diagram): Screen => diagramScreen({ id: diagram.id, picture: pictureOf(course, diagram), alt: diagram.alt, sources: diagram.sources }, course.diagrams)

/** By its id, its number in the list, words from its title, or by what is spelled like one of these. */
function named(course: Course, typed: string): Screen {
  const wanted = typed.trim().toLowerCase()
  const names = ({ id, title }: Diagram) => [id, title.toLowerCase()]
  const exact = course.diagrams.find((diagram) => names(diagram).includes(wanted))
  const like = course.diagrams.find((diagram) => wanted.split(/\s+/u).every((word) => names(diagram).some((name) => name.includes(word))))
  const near = closest(wanted, course.diagrams.flatMap(names))
  const found = exact ?? nth(course.diagrams, typed) ?? like ?? course.diagrams.find((diagram) => near !== undefined && names(diagram).includes(near))
  return found === undefined ? listScreen(course.diagrams, 0, typed) : shown(course, found)
}

// Answers with a diagram of the course, or with the list of them.
import { listed, matching, named } from '../../commands/matching.ts'
import type { Course, Diagram } from '../../course/course.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import { diagramScreen, listScreen } from './diagram-screen.ts'
import type { diagrams } from './face.ts'
import { pictureOf } from './picture-of.ts'

export const commands: Answers<typeof diagrams>['commands'] = {
  diagram: ({ name }, _, { course }) => (name === undefined ? listScreen(course.diagrams, 0) : diagramNamed(course, name)),
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

export const shown = (course: Course, diagram: Diagram): Screen => diagramScreen({ id: diagram.id, picture: pictureOf(course, diagram), alt: diagram.alt, sources: diagram.sources }, course.diagrams)

/** By its id or words from its title; or by the heading of a section that it is drawn from. */
function diagramNamed(course: Course, typed: string): Screen {
  const [found] = listed(course.diagrams, ({ id, title }) => [id, title], typed)
  const [drawn] = found === undefined ? named(course.diagrams, ({ sources }) => sources.map(({ section }) => section), typed) : [found]
  return drawn === undefined ? listScreen(course.diagrams, 0, typed) : shown(course, drawn)
}

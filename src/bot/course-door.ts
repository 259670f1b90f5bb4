// Hands each request to the router of its course, and lets the buttons of the answer say the course where no channel does. Where the bot has
// one course, there is nothing to decide and nothing to say.
import { firstCourse } from '../core/course-number.ts'
import type { Catalog } from '../features/catalog.ts'
import { commandsOfCourse } from '../features/course-commands.ts'
import type { BotMeans, Means } from '../features/services.ts'
import type { Course } from '../course/course.ts'
import type { Taught } from '../course/courses.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { TypedWhere } from '../platforms/platform.ts'
import type { Reply, Request } from '../screens/request.ts'
import { createHeldFiles } from './held-files.ts'
import { createRouter, type Router } from './router.ts'

/** A router, and what its features work with. */
export type Room = { readonly router: Router; readonly means: Means }

export type CourseDoor = {
  /** @throws what a feature throws */
  readonly answer: (request: Request) => Promise<readonly Reply[]>
  readonly traitsOf: Router['traitsOf']
  /** For completions. */
  readonly roomIn: (where: TypedWhere | undefined) => Promise<Room>
}

export function createCourseDoor(catalog: Catalog, means: BotMeans): CourseDoor {
  const { courses } = means
  const held = createHeldFiles(means.now)
  let [rooms, of] = [new Map<Course, Room>(), courses.all]

  function open(taught: Taught, ledger: Ledger): Room {
    const own: Means = { ...means, ...taught, ledger, commands: commandsOfCourse(catalog.commands, taught.course, !courses.alone) }
    const room = { router: createRouter(catalog, own, held), means: own }
    rooms.set(taught.course, room)
    return room
  }

  async function roomOf(taught: Taught): Promise<Room> {
    if (of !== courses.all) [rooms, of] = [new Map(), courses.all]
    const known = rooms.get(taught.course)
    if (known !== undefined) return known
    return open(taught, courses.alone ? means.ledger : (await import('./ledger-of-course.ts')).ledgerOfCourse(means.ledger, taught.number))
  }

  return {
    async answer(request) {
      const [only] = courses.all
      if (courses.alone && only !== undefined) return (await roomOf(only)).router.answer(request)
      const { answered, courseFor } = await import('./which-course.ts')
      const found = await courseFor(request, means, catalog.commands)
      if ('screen' in found) return [{ to: 'asker', screen: found.screen, update: request.kind === 'press' }]
      return answered(found, await (await roomOf(found.taught)).router.answer(found.request))
    },
    traitsOf: catalog.traitsOf,
    async roomIn(where) {
      const number = courses.alone || where === undefined ? undefined : await (await import('./which-course.ts')).courseTyped(where, means)
      const [first] = courses.all
      return roomOf(number === undefined ? (first ?? courses.at(firstCourse)) : courses.at(number))
    },
  }
}

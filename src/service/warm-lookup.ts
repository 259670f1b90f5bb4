// Makes what look-ups in a course need before anybody waits for it: in parts, with a turn for everybody else between them.
import type { Course } from '../course/course.ts'
import type { Lookup } from '../course/lookup/lookup.ts'

/** No words, titles, terms, and then questions, the simplest first: each needs a part more than the one before. Measured by `npm run bench pauses`. */
const parts = ({ responsibilities: [row] }: Pick<Course, 'responsibilities'>, lookup: Lookup): readonly (() => unknown)[] => [
  () => lookup.spokenOf(''),
  () => lookup.suggest('', 1),
  ...[row?.title.toLowerCase() ?? 'all', 'are you', 'itself', `who ${row?.title ?? 'else'}`].map((words) => () => lookup.ask(words)),
]

export async function warmLookup(course: Course, lookup: Lookup): Promise<void> {
  // Its code too, at the first time.
  await import('../course/lookup/lookup.ts')
  for (const make of parts(course, lookup)) {
    // By then all that waited has had its turn, which isn't so at the next immediate.
    await new Promise((resolve) => setTimeout(resolve))
    make()
  }
}

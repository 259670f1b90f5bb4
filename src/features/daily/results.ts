// Results that many share: after a post many people press the same few buttons and read the same few screens. Each is put together
// once and is the same object each time, so that a platform need not draw it again either.
import type { CourseNumber } from '../../core/course-number.ts'
import type { OptionId } from '../../core/quiz.ts'
import type { Round } from '../../core/round.ts'
import type { Course } from '../../course/course.ts'
import { contentOf } from '../../course/question-content.ts'
import { marked } from '../../course/round-content.ts'
import type { Screen } from '../../screens/screen.ts'
import { resultScreen } from './result-screen.ts'

export type Counted = { readonly chosen: readonly OptionId[]; readonly right: boolean; readonly streak: number }

/** What somebody is shown whose answer to this round counts. */
export type Results = (round: Round, counted: Counted) => Screen

const made = new WeakMap<Course, { readonly mark: CourseNumber | undefined; readonly results: Results }>()

/** @param mark what their buttons say of the course, if they have to */
export function resultsOf(course: Course, mark?: CourseNumber): Results {
  const known = made.get(course)
  if (known !== undefined && known.mark === mark) return known.results
  const results = createResults(course, mark)
  made.set(course, { mark, results })
  return results
}

/** About 6 kB each with what a platform makes of it. */
const mostKept = 256

function createResults(course: Course, mark: CourseNumber | undefined): Results {
  const kept = new Map<string, { readonly round: Round; readonly screen: Screen }>()
  return (round, { chosen, right, streak }) => {
    const name = `${round.id} ${chosen.join(' ')} ${streak}`
    const known = kept.get(name)
    if (known?.round === round) return known.screen
    const screen = resultScreen(round, marked(contentOf(course, round), mark), { chosen, right, streak })
    const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(name, { round, screen })
    return screen
  }
}

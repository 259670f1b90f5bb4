// Whether a channel's questions can be paused or resumed there.
import type { Quiz } from '../../core/quiz.ts'
import { pauseEnd } from '../../screens/dates.ts'

/** Undefined where another channel decides. One that follows can only be resumed, where it stopped by itself. */
export function stepOf(quiz: Quiz): 'pause' | 'resume' | undefined {
  if (quiz.follows !== undefined) return quiz.paused && !quiz.follows.paused ? 'resume' : undefined
  return quiz.paused || pauseEnd(quiz) !== undefined ? 'resume' : 'pause'
}

// What the post of a round shows everyone in its channel. Each edit draws the whole post, so whatever belongs in it belongs here.
import type { Round } from '../core/round.ts'
import type { Course } from '../course/course.ts'
import { contentOf } from '../course/question-content.ts'
import type { ExtrasView } from '../ledger/recaps.ts'
import type { RoundView } from '../ledger/rounds.ts'
import { questionScreen, unanswered } from '../screens/question.ts'
import { revealScreen } from '../screens/reveal.ts'
import type { Screen } from '../screens/screen.ts'

/** @param answered how many people have answered so far */
export const openPost = (course: Course, round: Round, extras: ExtrasView, answered: number): Screen =>
  questionScreen(round, contentOf(course, round), { ...unanswered, ...extras, answered })

export const closedPost = (course: Course, view: RoundView): Screen =>
  revealScreen(view.round, contentOf(course, view.round), view)

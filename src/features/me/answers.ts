// Shows people their own progress.
import { canForecast } from '../../core/readiness.ts'
import { isLabeled } from '../../core/study-item.ts'
import { itemWords } from '../../course/review-items.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import type { Means } from '../services.ts'
import { inPlaceOf, studyDayOf } from '../where.ts'
import type { me } from './face.ts'
import { examsOf, ownOf, standingOf, studyDaysOf } from './gather.ts'
import { mistakesScreen, topicsScreen, type MistakeLine } from './lists-screen.ts'
import { nextStep } from './next-step.ts'
import { pictureScreen, weeksShown } from './picture-screen.ts'
import { noProgress, progressScreen } from './progress-screen.ts'
import { streakScreen } from './streak-screen.ts'

export const commands: Answers<typeof me>['commands'] = {
  me: ({ show }, request, means) => {
    switch (show) {
      case 'topics':
        return topics(0, request, means)
      case 'mistakes':
        return mistakes(0, request, means)
      case 'streak':
        return streak(request, means)
      case undefined:
        return progress(request, means)
    }
  },
}

export const controls: Answers<typeof me>['controls'] = {
  progress: (_, press, means) => progress(press, means),
  picture: (_, press, means) => picture(press, means),
  topics: ({ page }, press, means) => topics(page, press, means),
  mistakes: ({ page }, press, means) => mistakes(page, press, means),
  streak: (_, press, means) => streak(press, means),
}

async function progress(request: Request, means: Means): Promise<Screen> {
  const [{ learner, overview, due }, standing] = await Promise.all([ownOf(request, means), standingOf(request, means)])
  const next = nextStep({ ...overview, due, unanswered: standing?.unanswered ?? false, titleOf: titleIn(means), has: (name) => means.commands.list.some((command) => command.name === name) })
  const exams = await examsOf(learner, request, means)
  const isNew = standing === null && exams.length === 0 && overview.alone.of === 0 && overview.topics.every(({ of }) => of === 0)
  return isNew ? noProgress(next) : progressScreen({ overview, due, standing, exams, next, isSmallCourse: !canForecast(means.bank.weights, means.course.questions.map(({ topic }) => topic)) })
}

const titleIn = ({ course }: Means) => (topic: string): string => course.byId.topics.get(topic)?.title ?? topic

async function topics(page: number, request: Request, means: Means): Promise<Screen> {
  const { overview } = await ownOf(request, means)
  return topicsScreen(overview.topics.map((each) => ({ ...each, title: titleIn(means)(each.topic) })), page)
}

async function picture(request: Request, means: Means): Promise<Screen> {
  const { learner, overview } = await ownOf(request, means)
  const topicLines = overview.topics.map((each) => ({ ...each, title: titleIn(means)(each.topic) }))
  return pictureScreen(await studyDaysOf(learner, weeksShown, means), topicLines)
}

/** In the channel where they ask, or else in the one where they answered last. */
async function streak(request: Request, means: Means): Promise<Screen> {
  const there = await inPlaceOf(request, means)
  const quiz = there === undefined ? undefined : await means.ledger.quizzes.at(there.place)
  if (there === undefined || quiz === undefined) return streakScreen({ streak: null, rolloverHour: null, place: null })
  const { scores, streak: own } = await means.ledger.boards.progress(personSeen(there), there.place, studyDayOf(quiz, request))
  return streakScreen({ streak: scores.all.answered === 0 && own.lastDay === null ? null : own, rolloverHour: quiz.rolloverHour, place: request.place === null ? there.place : null })
}

async function mistakes(page: number, request: Request, means: Means): Promise<Screen> {
  const { learner, overview, course } = await ownOf(request, means)
  const lines = overview.mistakes.flatMap(({ item, at }): MistakeLine[] => {
    const words = itemWords(course, item)
    return words === undefined ? [] : [{ ...words, at, isQuestion: !isLabeled(item) }]
  })
  return mistakesScreen(lines, learner.zone, page)
}

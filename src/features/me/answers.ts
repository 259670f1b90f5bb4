// Shows people their own progress.
import { canForecast } from '../../core/readiness.ts'
import { isLabeled } from '../../core/study-item.ts'
import { itemWords } from '../../course/review-items.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import type { Means } from '../services.ts'
import type { me } from './face.ts'
import { examsOf, ownOf, standingOf, studyDaysOf } from './gather.ts'
import { mistakesScreen, topicsScreen, type MistakeLine } from './lists-screen.ts'
import { nextStep } from './next-step.ts'
import { pictureScreen, weeksShown } from './picture-screen.ts'
import { noProgress, progressScreen } from './progress-screen.ts'

export const commands: Answers<typeof me>['commands'] = {
  me: ({ show }, request, means) => (show === 'topics' ? topics(0, request, means) : show === 'mistakes' ? mistakes(0, request, means) : progress(request, means)),
}

export const controls: Answers<typeof me>['controls'] = {
  progress: (_, press, means) => progress(press, means),
  picture: (_, press, means) => picture(press, means),
  topics: ({ page }, press, means) => topics(page, press, means),
  mistakes: ({ page }, press, means) => mistakes(page, press, means),
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

async function mistakes(page: number, request: Request, means: Means): Promise<Screen> {
  const { learner, overview } = await ownOf(request, means)
  const lines = overview.mistakes.flatMap(({ item, at }): MistakeLine[] => {
    const words = itemWords(means.course, item)
    return words === undefined ? [] : [{ ...words, at, isQuestion: !isLabeled(item) }]
  })
  return mistakesScreen(lines, learner.zone, page)
}

// Takes reports, and shows them to the managers of a channel.
import { longestReport, wordsFollowWithin, type ReportKind } from '../../core/report.ts'
import type { PlaceId, QuestionId } from '../../core/quiz.ts'
import type { Round } from '../../core/round.ts'
import type { Course } from '../../course/course.ts'
import { contentIn } from '../../course/round-content.ts'
import { noLongerActive } from '../../screens/notice.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { questionMark } from '../../screens/question.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Text } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { accountOf } from '../learner.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'
import type { report } from './face.ts'
import { askScreen, nothingToReport, reportedScreen, reportsScreen, savedScreen, tooMany, type Listed } from './report-screen.ts'

export const commands: Answers<typeof report>['commands'] = {
  report: ({ kind, words }, request, means) => typed(kind, words, request, means),
  reports: ({ page = 1 }, request, means) => list(page - 1, request, means),
}

export const controls: Answers<typeof report>['controls'] = {
  report: async ({ asked, kind }, press, means) => {
    const question = await questionWhere((id) => questionMark(id, null) === asked, press, means)
    if (question === undefined) return noLongerActive()
    return kind === 'ask' ? askScreen(question.id, question.stem) : save({ question: question.id, kind, words: '' }, press, means)
  },
  reports: ({ page }, press, means) => list(page, press, means),
  reported: ({ asked, page }, press, means) => readAll(asked, page, press, means),
  settle: ({ asked, as, page }, press, means) => settle(asked, as, page, press, means),
}

/** Asked before a complaint about what was typed. */
export const rights: Answers<typeof report>['rights'] = { reports: notAllowed }

const roundsLookedAt = 300

/** Newest first. */
const askedIn = async ({ place }: Pick<Request, 'place'>, { ledger }: Pick<Means, 'ledger'>): Promise<readonly Round[]> => (place === null ? [] : ledger.corrections.asked(place, roundsLookedAt))

type Known = { readonly id: QuestionId; readonly stem: string }

type Fits = (id: QuestionId) => boolean

const inCourse = (fits: Fits, { questions }: Pick<Course, 'questions'>): Known | undefined => questions.find(({ id }) => fits(id))

/** As it was asked: a team may have written it, or the course may have dropped it. */
function asAsked(fits: Fits, rounds: readonly Round[], courses: Means['courses']): Known | undefined {
  const round = rounds.find(({ question }) => fits(question))
  return round === undefined ? undefined : { id: round.question, stem: contentIn(courses, round).stem }
}

const questionWhere = async (fits: Fits, request: Request, means: Means): Promise<Known | undefined> =>
  inCourse(fits, means.course) ?? asAsked(fits, await askedIn(request, means), means.courses) ?? studied(fits, request, means)

/** One of a team that may have come up in practice alone. */
async function studied(fits: Fits, request: Request, { ledger }: Means): Promise<Known | undefined> {
  const found = (await ledger.teamQuestions.around(accountOf(request), request.group, request.place)).find(({ id }) => fits(id))
  return found === undefined ? undefined : { id: found.id, stem: found.text.stem }
}

const stemOf = async (question: QuestionId, request: Request, means: Means): Promise<string> => (await questionWhere((id) => id === question, request, means))?.stem ?? question

/** About the question that the person has just reported, or else about the channel's latest one. */
async function typed(kind: ReportKind | undefined, words: string | undefined, request: Request, means: Means): Promise<Screen> {
  const just = words === undefined ? undefined : await means.ledger.reports.latest(personSeen(request), request.at - wordsFollowWithin)
  const question = just?.question ?? (await latestAsked(request, means))
  if (question === undefined) return nothingToReport()
  const said = kind ?? just?.kind
  if (said !== undefined) return save({ question, kind: said, words: (words ?? '').replace(/\s+/gu, ' ').slice(0, longestReport) }, request, means)
  return words === undefined ? askScreen(question, await stemOf(question, request, means)) : misunderstood('Say first what’s wrong: wrong, unclear, typo, or outdated.', means.commands.find('report'))
}

async function latestAsked({ place }: Request, { ledger }: Means): Promise<QuestionId | undefined> {
  const [latest] = place === null ? [] : await ledger.corrections.asked(place, 1)
  return latest?.question
}

async function save(made: { readonly question: QuestionId; readonly kind: ReportKind; readonly words: string }, request: Request, means: Means): Promise<Screen> {
  const { group, place, outside } = request
  const saved = await means.ledger.reports.add(personSeen(request), { ...made, group, place: outside === true ? null : place }, request.at)
  if (saved.kind === 'too-many') return tooMany()
  means.log.info({ question: made.question, kind: made.kind }, 'a question was reported')
  return savedScreen(await stemOf(made.question, request, means), { ...made, words: saved.words, again: saved.again, others: saved.others, heard: saved.heard })
}

async function list(page: number, request: Request, means: Means, said: Text = []): Promise<Screen> {
  const no = await notAllowed(request, means)
  if (no !== undefined || request.place === null) return no ?? nothingToReport()
  const quiz = await means.ledger.quizzes.at(request.place)
  return reportsScreen(await listed(request.place, means), page, said, quiz?.follows !== undefined)
}

async function listed(place: PlaceId, means: Means): Promise<readonly Listed[]> {
  const { ledger, course, courses } = means
  const [open, rounds, team] = await Promise.all([ledger.reports.open(place), askedIn({ place }, means), ledger.teamQuestions.of(place)])
  const stemNow = (question: QuestionId) => {
    const fits = (id: QuestionId) => id === question
    return (inCourse(fits, course) ?? asAsked(fits, rounds, courses))?.stem ?? team.find(({ id }) => fits(id))?.text.stem
  }
  const here = new Set(rounds.map(({ question }) => question))
  return open.map((each) => ({ ...each, stem: stemNow(each.question) ?? each.question, inChannel: here.has(each.question) }))
}

async function readAll(asked: string, page: number, request: Request, means: Means): Promise<Screen> {
  const no = await notAllowed(request, means)
  if (no !== undefined || request.place === null) return no ?? nothingToReport()
  const all = await listed(request.place, means)
  const index = all.findIndex(({ question }) => questionMark(question, null) === asked)
  const found = all[index]
  return found === undefined ? reportsScreen(all, 0, ['That was settled already.']) : reportedScreen(found, index, page)
}

async function settle(asked: string, as: 'done' | 'dismissed', page: number, request: Request, means: Means): Promise<Screen> {
  const no = await notAllowed(request, means)
  if (no !== undefined || request.place === null) return no ?? nothingToReport()
  const found = (await means.ledger.reports.open(request.place)).find(({ question }) => questionMark(question, null) === asked)
  const settled = found === undefined ? 0 : await means.ledger.reports.settle(request.place, found.question, as, request.at)
  const said = settled === 0 ? 'That was settled already.' : as === 'done' ? 'Done: settled.' : 'Dismissed.'
  return list(page, request, means, [said])
}

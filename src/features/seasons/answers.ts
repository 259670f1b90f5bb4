// Shows the seasons of a channel, and adds, changes, ends, and removes them.
import { lately } from '../../commands/values/date-words.ts'
import { readDates } from '../../commands/values/dates.ts'
import { mayManage, type Quiz } from '../../core/quiz.ts'
import { currentSeason, endSeason, readSeasonName, removeSeason, seasonNamed, setSeason, type Season, type SeasonOutcome } from '../../core/season.ts'
import type { LocalDate } from '../../core/time.ts'
import { dayOffLine } from '../../screens/dates.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { refused } from '../refused.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'
import { studyDayOf } from '../where.ts'
import type { seasons } from './face.ts'
import { nameProblem, seasonRefused } from './refused-season.ts'
import { mostShown, newestFirst, seasonsScreen } from './seasons-screen.ts'

export const commands: Answers<typeof seasons>['commands'] = {
  season: async ({ change, dates }, request, means) => {
    if (change === undefined && dates === undefined) return show(0, request, means)
    const there = await managed(request, means)
    if ('no' in there) return there.no
    switch (change) {
      case undefined:
        return set(dates ?? '', there, request, means)
      case 'end':
        return end(dates, there, request, means)
      case 'remove':
        return remove(dates, there, request, means)
    }
  },
}

export const controls: Answers<typeof seasons>['controls'] = {
  seasons: ({ page }, press, means) => show(page, press, means),
  endSeason: async ({ page, name }, press, means) => {
    const there = await managed(press, means)
    return 'no' in there ? there.no : endNamed(name, page, there, press, means)
  },
  removeSeason: async ({ page, name }, press, means) => {
    const there = await managed(press, means)
    return 'no' in there ? there.no : removeNamed(name, page, press, means)
  },
}

async function show(page: number, request: Request, { ledger }: Means, note: Text = []): Promise<Screen> {
  const quiz = request.place === null ? undefined : await ledger.quizzes.at(request.place)
  if (quiz === undefined) return refused({ kind: 'no-quiz' })
  const all = await ledger.seasons.of(quiz.place)
  const pages = Math.max(1, Math.ceil(all.length / mostShown))
  return seasonsScreen({ seasons: all, today: studyDayOf(quiz, request), page: Math.min(page, pages - 1), mayManage: mayManage(quiz, request.asker), note })
}

type There = { readonly quiz: Quiz; readonly today: LocalDate; readonly all: readonly Season[] }

/** The seasons that the asker may change, or why not. */
async function managed(request: Request, means: Means): Promise<There | { readonly no: Screen }> {
  const no = await notAllowed(request, means)
  const quiz = no === undefined && request.place !== null ? await means.ledger.quizzes.at(request.place) : undefined
  if (quiz === undefined) return { no: no ?? refused({ kind: 'no-quiz' }) }
  return { quiz, today: studyDayOf(quiz, request), all: await means.ledger.seasons.of(quiz.place) }
}

/** About eleven months: a school year is longer than days off, but from December 2 to December 1 is no season that anybody means. */
const longestOverNewYear = 335

/** It may have begun already. */
async function set(typed: string, there: There, request: Request, means: Means): Promise<Screen> {
  const { today, all } = there
  const help = means.commands.find('season')
  const read = readDates(typed, today, { daysBack: lately, longest: longestOverNewYear })
  if ('problem' in read) {
    const known = seasonNamed(all, typed)
    return known === undefined ? misunderstood(read.problem, help) : show(0, request, means, [`To give ${known.name} other dates, write them with the name: `, command(lineOf(known))])
  }
  if (read.value.name === '') return misunderstood('Give the season a name, in quotes after its dates.', help)
  const named = readSeasonName(read.value.name)
  if ('problem' in named) return misunderstood(nameProblem(named.problem), help)
  const wanted = { from: read.value.from, to: read.value.to, name: named.name }
  const known = seasonNamed(all, wanted.name) ?? all.find(({ from, to }) => from === wanted.from && to === wanted.to)
  const again = known !== undefined && wanted.to > known.to && (await mayBePosted(known, there, means)) ? [' If its final leaderboard is out already, that post stays, and another one comes after the new last day.'] : []
  const said = known === undefined ? `Added: ${dayOffLine(wanted)}.` : `Changed from ${dayOffLine(known)} to ${dayOffLine(wanted)}.`
  return change((seasons, quiz) => setSeason({ seasons, quiz, asker: request.asker }, wanted, today), request, means, () => [said, ...again])
}

/** Whether the season is over, and has a final leaderboard. */
async function mayBePosted({ to }: Season, { quiz, today }: There, { ledger }: Means): Promise<boolean> {
  const { season, since } = await ledger.finalBoards.of(quiz.place)
  return season && to < today && to >= since
}

/** Without a name, the one that is on. */
async function end(typed: string | undefined, there: There, request: Request, means: Means): Promise<Screen> {
  const name = typed === undefined ? currentSeason(there.all, there.today)?.name : typed
  return name === undefined ? show(0, request, means) : endNamed(name, 0, there, request, means)
}

const endNamed = (name: string, page: number, { today }: There, request: Request, means: Means): Promise<Screen> =>
  change((seasons, quiz) => endSeason({ seasons, quiz, asker: request.asker }, name, today), request, means, (season) => [`${season.name} ends today. Answers still count until the study day is over.`], page)

async function remove(typed: string | undefined, { all }: There, request: Request, means: Means): Promise<Screen> {
  if (typed !== undefined) return removeNamed(typed, 0, request, means)
  return show(0, request, means, all.length === 0 ? [] : ['Which one? Press its button, or write its name: ', command(`season remove ${all.at(-1)?.name ?? ''}`)])
}

const removeNamed = (name: string, page: number, request: Request, means: Means): Promise<Screen> =>
  change((seasons, quiz) => removeSeason({ seasons, quiz, asker: request.asker }, name), request, means, (season) => [`Removed: ${dayOffLine(season)}. To bring it back with all its points: `, command(lineOf(season))], page)

/** @param said what was done, in words */
async function change(rule: (seasons: readonly Season[], quiz: Quiz | undefined) => SeasonOutcome, request: Request, means: Means, said: (season: Season) => Text, page?: number): Promise<Screen> {
  if (request.place === null) return refused({ kind: 'no-quiz' })
  const changed = await means.ledger.seasons.change(request.place, request.event, request.at, rule)
  if (changed.kind === 'refused') return seasonRefused(changed.refusal, (note) => show(page ?? 0, request, means, note))
  if (changed.kind === 'repeated') return show(page ?? 0, request, means)
  const { seasons: after, changed: season } = changed.decided
  return show(page ?? Math.floor(Math.max(0, newestFirst(after).indexOf(season)) / mostShown), request, means, said(season))
}

const lineOf = ({ from, to, name }: Season): string => `season ${from}..${to} "${name}"`

// The door of the bot: a request in, replies out. Knows no platform.
import { findCommand } from '../commands/commands.ts'
import { parseCommand, type ParsedCommand } from '../commands/parse.ts'
import type { PersonId } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'
import { commandHelpScreen, helpScreen, misunderstood } from '../features/help/help-screen.ts'
import { refusal } from '../screens/notice.ts'
import type { Screen } from '../screens/screen.ts'
import { board, namesOf, privacy, progress } from '../features/boards/boards.ts'
import { compare } from '../features/lookup/compare.ts'
import type { Desk } from '../features/services.ts'
import { home } from '../features/home/home.ts'
import { lookUp } from '../features/lookup/look-up.ts'
import { applySettings, managers, pauseQuiz, resumeQuiz, roundNow, settings, skipNext, status } from '../features/manage/manage.ts'
import { removed, returned } from '../delivery/membership.ts'
import type { Door, Reply, Request } from '../platforms/platform.ts'
import { createResults, type Results } from '../features/daily/results.ts'
import { suggest } from './suggest.ts'
import { noLongerActive, showRound, takeAnswer, today } from '../features/daily/today.ts'

/** What follows from a request, in the background. */
export type Aftermath = {
  /** Sends what was claimed. */
  readonly send: () => void
  /** Somebody's first answer to this round counts. */
  readonly counted: (round: Round) => void
  /** A private message; false where the person cannot be reached. */
  readonly tell: (person: PersonId, screen: Screen) => Promise<boolean>
}

type Means = Aftermath & { readonly result: Results }

export function createDoor(desk: Desk, after: Aftermath): Door {
  const means: Means = { ...after, result: createResults(desk.course) }
  return {
    answer: async (request) => {
      try {
        return await answer(desk, request, means)
      } catch (fault) {
        desk.log.error({ fault, kind: request.kind, event: request.event }, 'a request failed')
        return [{ to: 'asker', screen: somethingBroke(), update: false }]
      }
    },
    suggest: (option, typed, limit) => suggest(desk, option, typed, limit),
    names: (group, people) => namesOf(desk, group, people),
    removed: (group, at) => removed(desk, group, at),
    joined: (group) => returned(desk, group, after.tell),
  }
}

async function answer(desk: Desk, request: Request, means: Means): Promise<readonly Reply[]> {
  switch (request.kind) {
    case 'command':
      return [await command(desk, request, means)]
    case 'press':
      return [await press(desk, request, means)]
    case 'form':
      return [await applySettings(desk, request, request.values)]
    case 'home':
      return [own(await home(desk, request))]
  }
}

const own = (screen: Screen): Reply => ({ to: 'asker', screen, update: false })
const inPlace = (screen: Screen): Reply => ({ to: 'asker', screen, update: true })

async function command(desk: Desk, request: Request & { readonly kind: 'command' }, { send }: Means): Promise<Reply> {
  const { command: typed } = request
  switch (typed.kind) {
    case 'unknown':
      return own(noSuchCommand(typed))
    case 'misused':
      return own(misunderstood(typed.problem, findCommand(typed.name)))
    case 'known':
      break
  }
  const { name, values } = typed
  switch (name) {
    case 'today':
      return own(await today(desk, request))
    case 'board':
      return own(await boardAsTyped(desk, request, values))
    case 'me':
      return own(await progress(desk, request))
    case 'lookup':
      return own(lookUp(desk, values['words'] ?? ''))
    case 'compare':
      return own(compare(desk.course, values['table']))
    case 'privacy':
      return own(await privacy(desk, request, values['show']))
    case 'help':
      return own(help(desk, values['command']))
    case 'status':
      return own(await status(desk, request))
    case 'setup':
    case 'settings':
      return settings(desk, request, name, values)
    case 'pause':
      return own(await pauseQuiz(desk, request))
    case 'resume':
      return own(await resumeQuiz(desk, request))
    case 'skip':
      return own(await skipNext(desk, request, values['undo'] === 'undo'))
    case 'now':
      return own(await roundNow(desk, request, send))
    case 'managers':
      return own(await managers(desk, request, values['change'], values['person']))
  }
}

async function press(desk: Desk, request: Request & { readonly kind: 'press' }, means: Means): Promise<Reply> {
  const { control } = request
  if (control === undefined) return own(noLongerActive())
  switch (control.kind) {
    case 'answer':
      return own(await takeAnswer(desk, request, control.round, control.option === null ? request.chosen : [control.option], means))
    case 'show-round':
      return inPlace(await showRound(desk, request, control.round))
    case 'board':
      return inPlace(await board(desk, request, control.scope, control.period, control.page))
    case 'progress':
      return inPlace(await progress(desk, request))
    case 'lookup':
      return inPlace(lookUp(desk, control.words))
    case 'compare':
      return inPlace(compare(desk.course, control.table))
    case 'set-up':
      return settings(desk, request, 'setup', {})
  }
}

function boardAsTyped(desk: Desk, request: Request, values: Readonly<Record<string, string>>): Promise<Screen> {
  const period = values['period'] === 'month' || values['period'] === 'all' ? values['period'] : 'week'
  const page = Math.max(1, Number(values['page'] ?? 1)) - 1
  return board(desk, request, values['scope'] === 'everywhere' ? 'group' : 'place', period, page)
}

function help(desk: Desk, about: string | undefined): Screen {
  if (about === undefined) return helpScreen(desk.course.title, desk.course.summary)
  const asked = parseCommand(about.trim().replace(/^\/?(study(-admin)?\s+)?/iu, ''))
  if (asked.kind === 'unknown') return noSuchCommand(asked)
  const known = findCommand(asked.name)
  return known === undefined ? helpScreen(desk.course.title, desk.course.summary) : commandHelpScreen(known)
}

function noSuchCommand({ typed, meant }: Extract<ParsedCommand, { readonly kind: 'unknown' }>): Screen {
  const nearest = meant === null ? undefined : findCommand(meant)
  const hint = nearest === undefined ? '' : ` Did you mean “${nearest.name}”?`
  return misunderstood(`There is no command “${typed.slice(0, 80)}”.${hint}`, nearest)
}

function somethingBroke(): Screen {
  return refusal('Something went wrong here', [['It is noted for whoever runs this bot. Nothing that was confirmed is lost; please try again in a moment.']])
}

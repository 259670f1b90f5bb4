// Setting a channel's quiz up, and changing what it is set to: on one line, or by a form.
import { changeSettings, setUp } from '../../core/manage.ts'
import { defaultSettings, mayManage, type Quiz, type QuizSettings } from '../../core/quiz.ts'
import { canBeRead, type Zone } from '../../core/time.ts'
import type { FormValues } from '../../screens/form.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Reply, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import type { Services } from '../services.ts'
import { outcome } from './changes.ts'
import { refused } from './refused.ts'
import { settingsForm } from './settings-form.ts'
import { readSettings, settingsAsTyped, settingsLine } from './settings-input.ts'
import { settingsScreen, settingsView } from './status-screen.ts'

type Needs = Pick<Services, 'ledger' | 'course'>
type Values = { readonly [Name in keyof QuizSettings | 'open' | 'rollover']?: string | undefined }

/** With values they are applied; without, they are asked for by a form, or shown. */
export async function settings(name: 'setup' | 'settings', values: Values, request: Request, means: Needs): Promise<Screen | Reply> {
  const given = Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined))
  if (Object.keys(given).length > 0) return applySettings(given, request, means)
  const quiz = request.place === null ? undefined : await means.ledger.quizzes.at(request.place)
  if (request.place !== null && quiz === undefined && (name === 'settings' || !request.asker.maySetUp)) {
    return refused(name === 'settings' ? { kind: 'no-quiz' } : { kind: 'may-not-set-up' })
  }
  if (quiz !== undefined && !mayManage(quiz, request.asker)) return refused({ kind: 'not-a-manager', managers: quiz.managers })
  const typed = settingsAsTyped(startingPoint(quiz, request.asker.zone), means.course)
  const verb = quiz === undefined ? 'setup' : 'settings'
  return {
    to: 'form',
    form: settingsForm,
    values: typed,
    place: request.place,
    screen: quiz === undefined ? howToSetUp() : settingsScreen('Settings of this channel', settingsView(quiz, means.course)),
    line: settingsLine(verb, typed),
    example: `${verb} 10:00`,
  }
}

/** An emptied field of the form means what its hint says. */
export function filledIn(values: FormValues): FormValues {
  const { open = '', topics = '' } = values
  const all = topics === '' || topics.split(',').includes('all')
  return { ...values, open: open === '' ? 'auto' : open, topics: all ? 'all' : topics }
}

/** Takes the values of a line or of a filled form. */
export async function applySettings(values: FormValues, request: Request, { ledger, course }: Needs): Promise<Screen | Reply> {
  const { place, group, asker, at } = request
  if (place === null) return refusal('Choose a channel', [['The daily question belongs to a channel. Type ', command('setup'), ' there.']])
  const quiz = await ledger.quizzes.at(place)
  const input = readSettings(values, startingPoint(quiz, asker.zone), course)
  if ('errors' in input) {
    const screen = refusal('These settings do not work yet', Object.values(input.errors).map((error) => [error]))
    return { to: 'form-errors', errors: input.errors, screen }
  }
  const first = quiz === undefined
  const changed = await ledger.quizzes.change(place, request.event, at, (known) =>
    first || known === undefined
      ? setUp(known, asker, { ...input.settings, group, place }, at)
      : changeSettings(known, asker, input.settings, at),
  )
  const title = first ? 'The daily question is set up' : 'Settings saved'
  return outcome(changed, (saved) => settingsScreen(title, settingsView(saved, course)))
}

function startingPoint(quiz: Quiz | undefined, zone: Zone | null): Omit<QuizSettings, 'zone'> & { zone: Zone | null } {
  if (quiz === undefined) return { ...defaultSettings, zone }
  return canBeRead(quiz.zone) ? quiz : { ...quiz, zone: null }
}

function howToSetUp(): Screen {
  return notice('Set up the daily question', [
    ['Write the time, the zone and the days: ', command('setup 09:00 Europe/Berlin mon-fri')],
    ['More can be chosen: ', command('help setup')],
  ])
}

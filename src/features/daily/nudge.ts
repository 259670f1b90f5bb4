// Asks for a reminder before the channel's questions close, or turns it off.
import type { Lead } from '../../core/nudge.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Means } from '../services.ts'
import { askInChannel, noQuizYet } from './no-question.ts'
import { notNudgedScreen, nudgedScreen } from './nudge-screen.ts'

const leads: Readonly<Record<'30m' | '1h', Lead>> = { '30m': 30, '1h': 60 }

export async function nudge(to: '30m' | '1h' | 'off', request: Request, { ledger, now }: Means): Promise<Screen> {
  const { place } = request
  if (place === null) return askInChannel(`today nudge=${to}`)
  if ((await ledger.quizzes.at(place)) === undefined) return noQuizYet()
  const lead = to === 'off' ? null : leads[to]
  await ledger.nudges.set(personSeen(request), place, lead, now())
  return lead === null ? notNudgedScreen() : nudgedScreen(lead)
}

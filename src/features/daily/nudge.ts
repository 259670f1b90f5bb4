// Asks for a reminder before the channel's questions close, or turns it off.
import { nudgeAt, type Lead } from '../../core/nudge.ts'
import { isExtra } from '../../core/round.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Means } from '../services.ts'
import { askInChannel, noQuizYet } from './no-question.ts'
import { notNudgedScreen, nudgedScreen } from './nudge-screen.ts'

const leads: Readonly<Record<'30m' | '1h', Lead>> = { '30m': 30, '1h': 60 }

export async function nudge(to: '30m' | '1h' | 'off', request: Request, { ledger, now }: Means): Promise<Screen> {
  const { place } = request
  if (place === null) return askInChannel(`today nudge=${to}`)
  const quiz = await ledger.quizzes.at(place)
  if (quiz === undefined) return noQuizYet()
  const lead = to === 'off' ? null : leads[to]
  await ledger.nudges.set(personSeen(request), place, lead, now())
  if (lead === null) return notNudgedScreen()
  const late = (await ledger.rounds.openTo(place, personSeen(request), now())).find((round) => !isExtra(round) && nudgeAt(round, lead) <= now())
  const isOpen = late !== undefined && (await ledger.rounds.view(late.id, request.group, request.asker.id, request.asker.account))?.mine === null
  const isShared = (await ledger.sharing.of(place)) !== undefined
  return nudgedScreen({ lead, openMinutes: quiz.openMinutes, late: isOpen ? late : null, isShared })
}

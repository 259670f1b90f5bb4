// What happens to channels: they get other ids, are deleted, archived and taken out of the archive.
import { nextHeld } from '../core/manage.ts'
import type { PlaceId, Quiz } from '../core/quiz.ts'
import { retire, unarchive } from '../core/retire.ts'
import type { Instant } from '../core/time.ts'
import { reachFirst, toManagers } from '../delivery/reach-managers.ts'
import type { Work } from '../delivery/work.ts'
import { notice } from '../screens/notice.ts'
import { answerControl } from '../screens/question.ts'
import type { Press, Request } from '../screens/request.ts'
import type { Screen } from '../screens/screen.ts'
import { moment } from '../screens/text.ts'

type Needs = Pick<Work, 'ledger' | 'log' | 'platform'> & {
  /** Does what is due now. */
  readonly send: () => void
}

/** Moves everything of a channel to its new id; does nothing if that is done. */
export async function moved({ ledger, log, platform, send }: Needs, { from, to, at }: { readonly from: PlaceId; readonly to: PlaceId; readonly at: Instant }): Promise<void> {
  const rename = (message: string) => platform(to)?.messageIn?.(message, to) ?? message
  const outcome = await ledger.quizzes.move(from, to, rename, at)
  if (outcome.kind === 'nothing') return
  log.info({ from, to }, 'a channel got a new id; moved its data')
  send()
}

/**
 * A press on the post of a round, in another channel than the bot posted it to: that channel has another id now, and the event that
 * said so was lost. It shows in that the post has its old name in the new channel, and that the old channel is there no more.
 */
export async function moveIfPressedElsewhere(needs: Needs, request: Request): Promise<void> {
  if (!isOnPost(request)) return
  const { control, place, message, group, at } = request
  const id = answerControl.read(control)?.round
  const round = id === undefined ? undefined : await needs.ledger.rounds.find(id)
  if (round === undefined || round.group !== group || round.place === place || round.message === null) return
  const platform = needs.platform(place)
  if (platform?.messageIn?.(round.message, place) !== message || (await platform.exists?.(round.place)) === true) return
  await moved(needs, { from: round.place, to: place, at })
}

const isOnPost = (request: Request): request is Press & { readonly message: string; readonly place: PlaceId } =>
  request.kind === 'press' && request.message !== undefined && request.place !== null

/** Stops the quiz of a deleted or archived channel. The next beat tells its managers. */
export async function lost({ ledger, log }: Pick<Needs, 'ledger' | 'log'>, place: PlaceId, how: 'deleted' | 'archived', at: Instant): Promise<void> {
  const changed = await ledger.quizzes.change(place, `${how} ${at}`, at, (quiz) => retire(quiz, how))
  if (changed.kind === 'saved') log.info({ place, how }, 'stopped a daily question because its channel is gone')
}

export async function unarchived({ ledger, log, platform }: Needs, place: PlaceId, at: Instant): Promise<void> {
  const changed = await ledger.quizzes.change(place, `unarchived ${at}`, at, (quiz) => unarchive(quiz, at))
  if (changed.kind !== 'saved') return
  log.info({ place }, 'a channel was unarchived; its daily question is back on')
  const tell = async (person: string) => (await platform(person)?.tell(person, goesOn(changed.quiz))) ?? false
  await reachFirst(await toManagers([{ quiz: changed.quiz }], { platform }), tell)
}

function goesOn(quiz: Quiz): Screen {
  const { at } = nextHeld(quiz)
  return notice('The daily question is back on', [
    [{ kind: 'place', id: quiz.place }, ' was unarchived. The next question comes ', moment(at, quiz.zone), '.'],
    ['If the bot is no longer in the channel, add it again.'],
  ])
}

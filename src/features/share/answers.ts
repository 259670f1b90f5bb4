// Shares a channel's daily question with others: shows with whom, gives codes, asks, joins, leaves, and tells everyone in the channels.
import { readCode } from '../../core/code.ts'
import { mayManage, type PlaceId, type Quiz } from '../../core/quiz.ts'
import type { Together } from '../../core/sharing.ts'
import type { CannotJoin, JoinFrom } from '../../ledger/sharing.ts'
import { refusal } from '../../screens/notice.ts'
import { setUpThere } from '../../screens/outside.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { moment, type Text } from '../../screens/text.ts'
import { channelNamed } from '../channel-named.ts'
import type { Answers } from '../feature.ts'
import { refused } from '../refused.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'
import type { share } from './face.ts'
import { share as face } from './face.ts'
import { aloneScreen, askToJoin, askToLeave, askToShare, cannotJoin, codeScreen, joinedPost, joinedScreen, leftPost, leftScreen, mostOffered, notShared, togetherScreen, tooManyTries } from './share-screen.ts'

export const commands: Answers<typeof share>['commands'] = {
  share: ({ code }, request, means) => (code === undefined ? show(request, means) : lookAt(code, request, means)),
  unshare: (_, request, means) => askLeave(request.place, request, means),
}

export const controls: Answers<typeof share>['controls'] = {
  shareCode: (_, press, means) => giveCode(press, means),
  shareWith: ({ place }, press, means) => askShareWith(place, press, means),
  joinChannel: ({ place }, press, means) => bringIn(place, press, means),
  joinByCode: ({ code }, press, means) => joinByCode(code, press, means),
  unshare: ({ place }, press, means) => askLeave(place, press, means),
  keepSharing: (_, press, means) => show(press, means, ['Nothing changed.']),
  goAlone: ({ place }, press, means) => leave(place, press, means),
}

async function show(request: Request, means: Means, note: Text = []): Promise<Screen> {
  const { sharing, quizzes } = means.ledger
  const quiz = request.place === null ? undefined : await quizzes.at(request.place)
  if (quiz === undefined) return refused({ kind: 'no-quiz' })
  const may = mayManage(quiz, request.asker)
  const together = await sharing.of(quiz.place)
  if (together === undefined) return aloneScreen(may ? await offered(quiz, request, means) : [], may, note)
  return togetherScreen({
    leads: together.lead === quiz.place,
    lead: channelNamed(leadOf(together, quiz), quiz.group, means),
    others: together.channels.filter(({ place }) => place !== quiz.place).map((each) => ({ place: each.place, name: channelNamed(each, quiz.group, means) })),
    own: quiz.place, mayManage: may, note,
  })
}

const leadOf = ({ lead, channels }: Together, otherwise: Quiz): Quiz => channels.find(({ place }) => place === lead) ?? otherwise

/** Channels of the group that the asker manages and that share with none yet. */
async function offered(quiz: Quiz, { asker }: Request, means: Means) {
  const managed = (await means.ledger.quizzes.of(quiz.group)).filter((each) => each.place !== quiz.place && each.retired === null && mayManage(each, asker))
  const alone: Quiz[] = []
  for (const each of managed) if (alone.length < mostOffered && (await means.ledger.sharing.of(each.place)) === undefined) alone.push(each)
  return alone.map((each) => ({ place: each.place, name: channelNamed(each, quiz.group, means) }))
}

const fromCode = (typed: string): JoinFrom => ({ code: readCode(typed) })

async function giveCode(request: Request, means: Means): Promise<Screen> {
  const no = await notAllowed(request, means)
  if (no !== undefined) return no
  const quiz = request.place === null ? undefined : await means.ledger.quizzes.at(request.place)
  if (quiz === undefined) return refused({ kind: 'no-quiz' })
  if (quiz.follows !== undefined) return refused({ kind: 'follows' })
  return codeScreen(await means.ledger.sharing.offer(quiz.place, request.asker.id, request.at))
}

const joinerOf = (place: PlaceId, { group, asker }: Request) => ({ group, place, asker })

async function lookAt(typed: string, request: Request, means: Means): Promise<Screen> {
  if (request.outside === true) return setUpThere()
  if (request.place === null) return refusal('Choose a channel', [['Type the code in the channel that should share the question.']])
  const looked = await means.ledger.sharing.look(fromCode(typed), joinerOf(request.place, request), request.at)
  if (looked.kind === 'refused') return why(looked.why, request)
  return askToJoin(channelNamed(looked.lead, request.group, means), looked.own !== undefined, face.controls.joinByCode.text({ code: readCode(typed) ?? '' }))
}

function why(reason: CannotJoin, { asker }: Request): Screen {
  if (typeof reason === 'string') return cannotJoin(reason)
  return 'refusal' in reason ? refused(reason.refusal) : tooManyTries(moment(reason.tooMany, asker.zone ?? 'UTC', 'time'))
}

async function joinByCode(code: string, request: Request, means: Means): Promise<Screen> {
  if (request.place === null) return refused({ kind: 'no-quiz' })
  const joined = await means.ledger.sharing.join(fromCode(code), joinerOf(request.place, request), request.at)
  if (joined.kind === 'refused') return joined.why === 'together-already' ? show(request, means) : why(joined.why, request)
  const problem = await tellJoined(joined.quiz, joined.together, request, means)
  return joinedScreen(joined.quiz, channelNamed(leadOf(joined.together, joined.quiz), request.group, means), problem, request.at)
}

async function askShareWith(other: PlaceId, request: Request, means: Means): Promise<Screen> {
  const no = await notAllowed(request, means)
  if (no !== undefined || request.place === null) return no ?? refused({ kind: 'no-quiz' })
  const looked = await means.ledger.sharing.look({ place: request.place }, joinerOf(other, request), request.at)
  if (looked.kind === 'refused') return looked.why === 'together-already' ? show(request, means) : why(looked.why, request)
  return askToShare([{ kind: 'place', id: other }], face.controls.joinChannel.text({ place: other }))
}

/** The asker manages both. */
async function bringIn(other: PlaceId, request: Request, means: Means): Promise<Screen> {
  if (request.place === null) return refused({ kind: 'no-quiz' })
  const joined = await means.ledger.sharing.join({ place: request.place }, joinerOf(other, request), request.at)
  if (joined.kind === 'refused') return joined.why === 'together-already' ? show(request, means) : why(joined.why, request)
  const problem = await tellJoined(joined.quiz, joined.together, request, means)
  return show(request, means, ['Shared with ', { kind: 'place', id: other }, problem === null ? '.' : `. But the bot couldn’t post there: ${problem}`])
}

/** @returns why nothing could be posted in the channel that joined */
async function tellJoined(quiz: Quiz, { channels }: Together, { event }: Request, means: Means): Promise<string | null> {
  const others = channels.filter(({ place }) => place !== quiz.place)
  const [own] = await Promise.all([
    means.announce(quiz.place, joinedPost(others.map((each) => channelNamed(each, quiz.group, means)), null), `${event} joined`),
    ...others.map((each) => means.announce(each.place, joinedPost([], channelNamed(quiz, each.group, means)), `${event} joined ${each.place}`)),
  ])
  return own.kind === 'refused' ? own.reason : null
}

async function askLeave(place: PlaceId | null, request: Request, means: Means): Promise<Screen> {
  const no = await notAllowed(request, means)
  if (no !== undefined || place === null || request.place === null) return no ?? refused({ kind: 'no-quiz' })
  const together = await means.ledger.sharing.of(request.place)
  const other = together?.channels.find((each) => each.place === place)
  if (other === undefined) return notShared()
  return askToLeave(place === request.place ? null : channelNamed(other, request.group, means), place)
}

async function leave(place: PlaceId, request: Request, means: Means): Promise<Screen> {
  if (request.place === null) return refused({ kind: 'no-quiz' })
  const left = await means.ledger.sharing.leave(place, { asker: request.asker, place: request.place })
  if (left.kind === 'refused') return refused(left.refusal)
  if (left.kind === 'alone') return notShared()
  const { quiz, others } = left
  await Promise.all([
    means.announce(quiz.place, leftPost(null), `${request.event} left`),
    ...others.map((each) => means.announce(each.place, leftPost(channelNamed(quiz, each.group, means)), `${request.event} left ${each.place}`)),
  ])
  return place === request.place ? leftScreen(quiz, request.at) : show(request, means, ['Removed: ', ...channelNamed(quiz, request.group, means), '.'])
}

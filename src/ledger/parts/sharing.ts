// The part for channels that share one daily question.
import { randomBytes, randomInt } from 'node:crypto'
import { codeLife, lockedUntil, makeCode, triesWithin } from '../../core/code.ts'
import { whyNotManage, type PlaceId, type Quiz } from '../../core/quiz.ts'
import { joining, whyNotJoin } from '../../core/sharing.ts'
import type { Instant } from '../../core/time.ts'
import type { Jobs } from '../jobs.ts'
import type { CannotJoin, Joined, JoinFrom, Joiner, Left, Looked, Sharing } from '../sharing.ts'
import { saveDaysOff } from './save-days-off.ts'
import { handOver, togetherWith } from './share-lead.ts'
import { joinTogether, leaveTogether } from './share-members.ts'
import type { Tables } from '../tables/tables.ts'

export function openSharing({ read, write }: Jobs, tables: Tables): Sharing {
  const { places, shareCodes } = tables
  return {
    of: (place) => read(() => together(tables, place)),
    offer(place, by, at) {
      const code = makeCode((below) => randomInt(below))
      return write(() => {
        const placeId = places.find(place)
        if (placeId !== undefined) shareCodes.save({ placeId, code, by, endsAt: at + codeLife })
        return code
      })
    },
    look: (from, joiner, at) => write(() => look(tables, from, joiner, at)),
    join(from, joiner, at) {
      const name = randomBytes(8).toString('hex')
      return write(() => join(tables, from, joiner, name, at))
    },
    leave: (place, by) => write(() => leave(tables, place, by)),
    handOver: (place) =>
      write(() => {
        const placeId = places.find(place)
        if (placeId !== undefined) handOver(tables, placeId)
      }),
  }
}

function together(tables: Tables, place: PlaceId) {
  const placeId = tables.places.find(place)
  return placeId === undefined ? undefined : togetherWith(tables, placeId)
}

/** The quiz that gave the code, or why not. */
function sourceOf(tables: Tables, from: JoinFrom, { asker }: Joiner, at: Instant): Quiz | CannotJoin {
  const { quizzes, shareCodes, sharedChannels } = tables
  if ('place' in from) {
    const quiz = quizzes.at(from.place)
    if (quiz === undefined) return 'no-code'
    const no = whyNotManage(quiz, asker)
    return no === undefined ? quiz : { refusal: no }
  }
  const until = lockedUntil(shareCodes.failures(asker.id), at)
  if (until !== undefined) return { tooMany: until }
  const code = from.code === undefined ? undefined : shareCodes.find(from.code)
  const quiz = code === undefined || at >= code.endsAt ? undefined : quizzes.byId(code.placeId)
  if (code !== undefined && quiz !== undefined && (!code.used || sharedChannels.of(code.placeId) !== undefined)) return quiz
  shareCodes.addFailure(asker.id, at, at - triesWithin)
  return 'no-code'
}

function look(tables: Tables, from: JoinFrom, joiner: Joiner, at: Instant): Looked {
  const refused = (why: CannotJoin): Looked => ({ kind: 'refused', why })
  const own = tables.quizzes.at(joiner.place)
  if (own === undefined ? 'place' in from : own.group !== joiner.group) return refused({ refusal: { kind: 'no-quiz' } })
  // Whoever may not change the channel hears nothing about a code.
  const no = own === undefined ? undefined : whyNotManage(own, joiner.asker)
  if (no !== undefined) return refused({ refusal: no })
  if (own === undefined && !joiner.asker.maySetUp) return refused({ refusal: { kind: 'may-not-set-up', barred: joiner.asker.barred } })
  const source = sourceOf(tables, from, joiner, at)
  if (typeof source === 'string' || !('place' in source)) return refused(source)
  // Only within one group are somebody's rights the same in both channels.
  if ('place' in from && source.group !== joiner.group) return refused('no-code')
  const theirs = together(tables, source.place)
  const why = whyNotJoin(source, { place: joiner.place, together: together(tables, joiner.place) }, theirs)
  if (why !== undefined) return refused(why)
  if (isUsed(tables, from)) return refused('no-code')
  return { kind: 'may-join', lead: theirs?.channels.find(({ place }) => place === theirs.lead) ?? source, own }
}

/** Whoever used it sees at a second press that the channels are together already; anybody else, that it's no code. */
const isUsed = ({ shareCodes }: Tables, from: JoinFrom): boolean => 'code' in from && from.code !== undefined && shareCodes.find(from.code)?.used === true

/** @param name of what they share, if it is new */
function join(tables: Tables, from: JoinFrom, joiner: Joiner, name: string, at: Instant): Joined {
  const { quizzes, places, shareCodes } = tables
  const looked = look(tables, from, joiner, at)
  if (looked.kind === 'refused') return looked
  const { lead, own } = looked
  const quiz = joining(own, lead, { group: joiner.group, place: joiner.place, by: joiner.asker.id, now: at })
  quizzes.save(quiz)
  saveDaysOff(tables, own?.off ?? [], quiz)
  quizzes.saveTell(quiz.place, null)
  const [leadId, placeId] = [places.find(lead.place), places.find(quiz.place)]
  if (leadId === undefined || placeId === undefined) return { kind: 'refused', why: 'no-code' }
  joinTogether(tables, leadId, placeId, name, at)
  if ('code' in from && from.code !== undefined) shareCodes.use(from.code, at)
  const all = togetherWith(tables, placeId)
  return all === undefined ? { kind: 'refused', why: 'no-code' } : { kind: 'joined', quiz: quizzes.at(quiz.place) ?? quiz, together: all }
}

function leave(tables: Tables, place: PlaceId, by: Parameters<Sharing['leave']>[1]): Left {
  const { quizzes, places } = tables
  const all = together(tables, by.place)
  const no = whyNotManage(quizzes.at(by.place), by.asker)
  if (no !== undefined) return { kind: 'refused', refusal: no }
  if (all === undefined || !all.channels.some((each) => each.place === place)) return { kind: 'alone' }
  if (place !== by.place && all.lead !== by.place) return { kind: 'refused', refusal: { kind: 'follows' } }
  const placeId = places.find(place)
  if (placeId === undefined) return { kind: 'alone' }
  leaveTogether(tables, placeId)
  const quiz = quizzes.at(place)
  return quiz === undefined ? { kind: 'alone' } : { kind: 'left', quiz, others: all.channels.filter((each) => each.place !== place) }
}

// The bot as a whole: requests are handled, and all that is due is done each minute.
import type { AccountId, GroupId, MentionId, PersonId, PlaceId } from '../core/quiz.ts'
import type { RoundMeasures } from '../core/measures.ts'
import type { Round } from '../core/round.ts'
import type { RoleHolders } from '../core/team.ts'
import type { Instant } from '../core/time.ts'
import type { Trace } from '../core/trace.ts'
import { createDelivery, type Delivery } from '../delivery/delivery.ts'
import { createLiveCount } from '../delivery/live-count.ts'
import { oneAtATime } from '../delivery/one-at-a-time.ts'
import type { Later, Work } from '../delivery/work.ts'
import type { Catalog } from '../features/catalog.ts'
import type { Duty } from '../ledger/duty.ts'
import { isOffDuty } from '../ledger/ledger-error.ts'
import type { Services } from '../features/services.ts'
import { platformOf, type Platform, type Presence } from '../platforms/platform.ts'
import { tellCorrected } from './corrections.ts'
import { createHandler } from './handler.ts'
import { tellLostAliases } from './lost-aliases.ts'
import { outElsewhere } from './out-elsewhere.ts'
import { createPosting } from './posting.ts'
import { renewHolidays } from './holidays.ts'
import { postDutyReviews } from './duty-reviews.ts'
import { tellLinked } from './links.ts'
import { postFinalBoards } from './final-boards.ts'
import { sendNudges } from './nudges.ts'
import { sendReminders } from './reminders.ts'
import { postWeeklyRecaps } from './weekly-recaps.ts'
import { endTimedSessions, giveBackDowntime } from './timed-sessions.ts'
import { createChanges, refreshChanged, refreshRoster } from './roster.ts'

export type Bot = {
  /** Connects every platform. Fails if one of them cannot start. */
  readonly start: () => Promise<void>
  /** All that is due at this moment: rounds to post, to close, to redraw, people to ask about. Never fails; faults are logged. */
  readonly tick: () => Promise<void>
  /** @see Delivery.unshown */
  readonly unshown: Delivery['unshown']
  /** Takes no more requests, and waits for those under way. */
  readonly stop: () => Promise<void>
  /** Compares what was asked with the courses as they are now. Never fails. */
  readonly compareCourses: () => Promise<void>
}

/** `elapsed` counts milliseconds whatever is done to the clock; `later` runs something after a while, by the machine's own timers if it is absent. */
export type Around = {
  readonly now: () => Instant
  readonly elapsed?: (() => number) | undefined
  readonly later?: Later | undefined
  /** How long the data of a group stays after the app was removed there. Absent: until somebody deletes it. */
  readonly keepRemovedDays?: number | undefined
  readonly measures?: RoundMeasures | undefined
  readonly trace?: Trace | undefined
  /** Where several processes use one ledger: which of them does what is due. Absent: this one. */
  readonly duty?: Duty | undefined
}

/** How often posts are brought up to date whose answers another process took, in milliseconds. */
const countsEvery = 5_000

export function createBot(services: Services, catalog: Catalog, platforms: readonly Platform[], { now, elapsed = now, later = byTimer, measures, trace, keepRemovedDays, duty }: Around): Bot {
  const platformFor = (id: string) => platforms.find(({ name }) => name === platformOf(id))
  const isOnDuty = () => duty?.isOurs() ?? true
  const due: Services = duty === undefined ? services : { ...services, ledger: duty.ledger }
  const work: Work = { ...due, measures, trace, now, elapsed, platform: platformFor, posted: (round) => introductionIsOver(round) }
  const liveCount = createLiveCount(work, later)
  const delivery = createDelivery(work, liveCount, later)
  const underWay = new Set<Promise<void>>()

  /** Never fails. A stop waits for it. */
  function run(work: Promise<void>): Promise<void> {
    const done = work
      .catch((fault: unknown) => {
        if (!isOffDuty(fault)) services.log.error({ fault }, 'a beat failed; the next one tries again')
      })
      .finally(() => underWay.delete(done))
    underWay.add(done)
    return done
  }

  // A slow platform makes a beat last into the next one.
  const forgetRemoved = oneAtATime(async () => {
    const removed = await import('./removed-groups.ts')
    if (keepRemovedDays !== undefined) await removed.forgetRemoved(due, platforms, now(), keepRemovedDays)
  })
  const remind = oneAtATime(() => sendReminders(due, platformFor, now()))
  const tellOfLinks = oneAtATime(() => tellLinked({ ...means, ...due }, platformFor, now()))

  /** What is told once, whatever becomes of it, waits for a platform that comes back by itself. */
  const isAnyAway = () => platforms.some((platform) => !platform.healthy() && platform.refused?.() !== true)

  /** Each part by itself: if one fails, the beat still waits for the others, and the log has the fault of each. */
  async function doWhatIsDue(): Promise<void> {
    const at = now()
    await Promise.all([
      run(delivery.tick().then(() => refreshRoster(due.ledger, platforms, now()))),
      run(endTimedSessions(due, platformFor, at)),
      run(remind()),
      run(sendNudges(due, platformFor, now)),
      run(postDutyReviews(due, platformFor, at)),
      run(postWeeklyRecaps(due, platformFor, at)),
      run(postFinalBoards(due, platformFor, at)),
      run(renewHolidays(due, at)),
      run(tellOfLinks()),
      ...(keepRemovedDays === undefined ? [] : [run(forgetRemoved())]),
      ...(isAnyAway() ? [] : [run(tellLostAliases(due, platformFor, liveCount.counted)), run(tellCorrected(due, platformFor, at))]),
    ])
  }

  async function tick(): Promise<void> {
    const tended = platforms.flatMap((platform) => (platform.tend === undefined ? [] : [run(platform.tend())]))
    await Promise.all([...tended, ...(isOnDuty() ? [doWhatIsDue()] : [])])
  }

  const deliver = async () => (duty === undefined || duty.isOurs() ? delivery.tick() : duty.ask())
  const posting = createPosting(work, () => run(deliver()), later)
  /** The process on duty finds in the ledger what the others have counted. */
  const counted = (round: Round) => {
    if (isOnDuty()) liveCount.counted(round)
  }
  let stopCounting = () => {}
  const countForOthers = () => {
    if (isOnDuty()) void catchUp()
    stopCounting = later(countsEvery, countForOthers)
  }
  const catchUp = () => liveCount.catchUp().catch((fault: unknown) => services.log.warn({ fault }, 'could not find posts that show an old number of answers'))
  const introductionIsOver = ({ place }: Round) =>
    import('../features/manage/introduction.ts').then(({ redrawIntroduction }) => redrawIntroduction(place, { ...services, ...posting })).catch((fault: unknown) => services.log.warn({ fault, place }, 'an introduction was not redrawn'))
  const unnamed = (places: readonly PlaceId[]) =>
    import('../features/manage/introduction.ts').then(({ withoutName }) => Promise.all(places.map((place) => withoutName(place, { ...services, ...posting })))).then(() => undefined)
      .catch((fault: unknown) => services.log.warn({ fault }, 'an introduction still names somebody who was forgotten'))
  const presence = async (people: readonly PersonId[]) => (await platformFor(people[0] ?? '')?.presence(people)) ?? new Map<PersonId, Presence>()
  const havingRole = async (role: MentionId, people: readonly PersonId[]): Promise<RoleHolders> =>
    (await platformFor(role)?.havingRole(role, people)) ?? { kind: 'cannot-tell', reason: 'The bot doesn’t know that role. Name people instead.' }
  const groupName = (group: GroupId) => platformFor(group)?.groupName?.(group)
  const hearsMessages = (group: GroupId) => platformFor(group)?.hearsMessages?.() !== false
  const platformName = (account: AccountId) => platformTitles[platformOf(account) ?? 'unknown']
  const whereIs = (group: GroupId) => {
    const name = groupName(group)
    return `${name === undefined ? '' : `in ${name} `}${platformOf(group) === 'terminal' ? 'in' : 'on'} ${platformName(group) ?? 'another platform'}`
  }
  const means = { ...services, ...posting, now, counted, unnamed, presence, havingRole, groupName, hearsMessages, platformName, whereIs }
  const lookAtChanges = async () => {
    let more = false
    await run(refreshChanged(services.ledger, platforms, now()).then((full) => void (more = full)))
    return more
  }
  async function compareCourses(): Promise<void> {
    const { ledger: { news }, courses: { bank }, log } = services
    await news.noteChanges(bank, now()).catch((fault: unknown) => log.warn({ fault }, 'could not compare open questions with the course'))
    await news.noteOldKeys(bank, now()).catch((fault: unknown) => log.warn({ fault }, 'could not compare past questions with the course'))
  }
  const changes = createChanges(lookAtChanges, later)
  const handler = createHandler(catalog, means, { ...work, lookSoon: changes.lookSoon, maybeOut: duty === undefined ? delivery.maybeOut : outElsewhere(delivery.maybeOut, isOnDuty) })
  return {
    start: async () => {
      await compareCourses()
      if (duty === undefined) await giveBackDowntime(services, now())
      await Promise.all(platforms.map((platform) => platform.start(handler)))
      if (duty === undefined) return void catchUp()
      duty.serve({ begun: () => giveBackDowntime(due, now()), due: doWhatIsDue, asked: () => run(delivery.tick()) })
      countForOthers()
    },
    tick,
    unshown: delivery.unshown,
    compareCourses,
    stop: async () => {
      delivery.stop()
      changes.stop()
      stopCounting()
      await Promise.all([liveCount.stop(), ...underWay])
      await Promise.all(platforms.map((platform) => platform.stop()))
    },
  }
}

/** As people name them after “on” or “in”. */
const platformTitles = { slack: 'Slack', discord: 'Discord', terminal: 'the terminal', unknown: undefined } as const

const byTimer: Later = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

// Tells managers that a round was not posted, that their quiz was stopped, that an open question changed in the course, that a past one has
// another answer there, that questions were reported, or that a thread could not be opened. No flood: one message for all channels of a
// person, and of a series with one cause only what was lost before somebody heard. Nobody is told on the channel's days off, or while they
// are away. If no manager can be told, an owner or admin is, and if none of them can, the channel is.
import { dayOffOn } from '../core/days-off.ts'
import type { PersonId, PlaceId, Quiz } from '../core/quiz.ts'
import { roundFields } from '../core/round.ts'
import { nextTry, retryForever, retryWhileSilent } from '../core/telling.ts'
import { addDays, instantOf, localDate, type Instant } from '../core/time.ts'
import { courseOfRound } from '../course/courses.ts'
import { changeSince } from '../course/question-content.ts'
import type { Claim } from '../ledger/delivery.ts'
import type { ReportNews } from '../ledger/reports.ts'
import type { Heard, OldKey } from '../ledger/news.ts'
import { PostError, type Platform } from '../platforms/platform.ts'
import type { Threadless } from '../core/thread.ts'
import type { Screen } from '../screens/screen.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { reachFirst, toManagers } from './reach-managers.ts'
import type { Work } from './work.ts'

const pageSize = 500

/** One kind of news. */
type News<Item> = {
  readonly list: (now: Instant) => Promise<readonly Item[]>
  readonly nameOf: (item: Item) => string
  /** Loaded when there is something to tell, as a start has nothing. */
  readonly screen: (items: readonly Item[]) => Promise<Screen>
  /** @param again when to try again; null: somebody was told, or nobody ever can be @param heard who was told */
  readonly mark: (items: readonly Item[], again: Instant | null, heard?: Heard) => Promise<void>
  readonly fields: (item: Item) => object
}

type WithQuiz = { readonly quiz: Quiz }

/**
 * The function that it returns tells all news that nobody has heard yet. News is marked as told after it was sent: after a crash in
 * between somebody may hear it twice, never not at all.
 */
export function createTeller(work: Work): () => Promise<void> {
  const tellers = [
    tellerOf(work, notHeld(work)), tellerOf(work, retired(work)), tellerOf(work, changed(work)),
    tellerOf(work, oldKeys(work)), tellerOf(work, reports(work)), tellerOf(work, threadless(work)),
  ]
  return oneAtATime(async () => {
    const isSilent = askOnce(work)
    for (const teller of tellers) await teller(isSilent)
  })
}

const notHeld = ({ ledger }: Work): News<Claim> => ({
  list: (now) => ledger.news.toTell(now, pageSize),
  nameOf: ({ round }) => round.id,
  screen: async (claims) => (await import('../screens/not-held.ts')).notHeldScreen(claims),
  mark: (claims, again, heard) => ledger.news.markTold(claims.map(({ round }) => round.id), again, heard),
  fields: ({ round }) => ({ news: 'a round was not posted', ...roundFields(round), reason: round.reason }),
})

const retired = ({ ledger }: Work): News<WithQuiz> => ({
  list: async (now) => (await ledger.news.retired(now, pageSize)).map((quiz) => ({ quiz })),
  nameOf: ({ quiz }) => quiz.place,
  screen: async (items) => (await import('../screens/stopped.ts')).stoppedScreen(items.map(({ quiz }) => quiz)),
  mark: (items, again) => ledger.news.markRetiredTold(items.map(({ quiz }): PlaceId => quiz.place), again),
  fields: ({ quiz }) => ({ news: 'a daily question was stopped', place: quiz.place, reason: quiz.retired }),
})

const changed = ({ ledger, courses }: Work): News<Claim> => ({
  list: (now) => ledger.news.changed(now, pageSize),
  nameOf: ({ round }) => round.id,
  screen: async (claims) => (await import('./changed-screen.ts')).changedScreen(claims, ({ round }) => changeSince(courseOfRound(courses, round), round)),
  mark: (claims, again, heard) => ledger.news.markChangeTold(claims.map(({ round }) => round.id), again, heard),
  fields: ({ round }) => ({ news: 'an open question changed in the course', ...roundFields(round), question: round.question }),
})

const oldKeys = ({ ledger }: Work): News<OldKey> => ({
  list: (now) => ledger.news.oldKeys(now, pageSize),
  nameOf: ({ round }) => `old key ${round.id}`,
  screen: async (items) => (await import('./old-keys-screen.ts')).oldKeysScreen(items),
  mark: (items, again, heard) => ledger.news.markOldKeysTold(items.map(({ round }) => round.id), again, heard),
  fields: ({ round }) => ({ news: 'a past question has another answer in the course', ...roundFields(round), question: round.question }),
})

const reports = ({ ledger, now: at }: Work): News<ReportNews> => ({
  list: (now) => ledger.reports.toTell(now, pageSize),
  nameOf: ({ quiz }) => `reports ${quiz.place}`,
  screen: async (items) => (await import('./reports-screen.ts')).reportNewsScreen(items),
  mark: (items, again) => ledger.reports.markTold(items.map(({ quiz }): PlaceId => quiz.place), again, at()),
  fields: ({ quiz, reports: count }) => ({ news: 'questions were reported', place: quiz.place, reports: count }),
})

const threadless = ({ ledger }: Work): News<Threadless> => ({
  list: (now) => ledger.threads.toTell(now, pageSize),
  nameOf: ({ quiz }) => `thread ${quiz.place}`,
  screen: async (items) => (await import('../screens/discussion.ts')).threadlessScreen(items),
  mark: (items, again) => ledger.threads.markTold(items.map(({ quiz }): PlaceId => quiz.place), again),
  fields: ({ quiz, reason }) => ({ news: 'a thread could not be opened', place: quiz.place, reason }),
})

/** Whether the platform of a quiz can tell nobody anything right now. */
type IsSilent = (quiz: Quiz) => Promise<boolean>

/** Each platform is called once, however much news it has. */
function askOnce(work: Work): IsSilent {
  const known = new Map<string | undefined, Promise<boolean>>()
  return async ({ place, group }) => {
    const platform = work.platform(place)
    const asked = known.get(platform?.name) ?? cannotTell(platform)
    known.set(platform?.name, asked)
    return (await asked) || platform?.away?.().includes(group) === true
  }
}

async function cannotTell(platform: Platform | undefined): Promise<boolean> {
  return platform?.refused?.() === true || (await platform?.unanswered?.()) !== undefined
}

function tellerOf<Item extends WithQuiz>(work: Work, news: News<Item>): (isSilent: IsSilent) => Promise<void> {
  const { log, now } = work
  /** How often the managers of a channel were tried; all of its news is told together. */
  const tries = new Map<PlaceId, number>()
  /** What may be in its channel already, as the connection broke while it was posted. */
  const maybeInChannel = new Set<string>()

  async function tell(person: PersonId, who: Heard['who'], items: readonly Item[], screen: Screen): Promise<boolean> {
    const told = (await work.platform(person)?.tell(person, screen).catch(() => false)) ?? false
    if (told) await heard(items, person, who)
    return told
  }

  async function heard(items: readonly Item[], told: PersonId | PlaceId, who: Heard['who']): Promise<void> {
    await news.mark(items, null, { who, at: now() })
    for (const item of items) {
      tries.delete(item.quiz.place)
      maybeInChannel.delete(news.nameOf(item))
      log.warn({ ...news.fields(item), told }, 'told somebody what went wrong')
    }
  }

  /** One notice for all news of a channel. @returns what was not said there; it may be there already */
  async function tellChannel(place: PlaceId, items: readonly Item[]): Promise<readonly Item[]> {
    const unsaid = items.filter((item) => !maybeInChannel.has(news.nameOf(item)))
    const [first] = unsaid
    const platform = work.platform(place)
    if (first === undefined || platform === undefined) return items
    const { inChannelScreen } = await import('./stand-in-screen.ts')
    const screen = inChannelScreen(await news.screen(unsaid))
    try {
      await platform.announce(place, screen, `news ${news.nameOf(first)}`)
    } catch (fault) {
      if (!(fault instanceof PostError)) throw fault
      if (fault.code === 'unclear') for (const item of unsaid) maybeInChannel.add(news.nameOf(item))
      return items
    }
    await heard(unsaid, place, 'channel')
    return items.filter((item) => !unsaid.includes(item))
  }

  /** @returns what could not be said there either */
  async function tellChannels(items: readonly Item[]): Promise<readonly Item[]> {
    const unheard: Item[] = []
    for (const [place, those] of Map.groupBy(items, ({ quiz }) => quiz.place)) unheard.push(...(await tellChannel(place, those)))
    return unheard
  }

  /** @returns whether to stop trying the managers of a channel; else they are tried again later */
  async function giveUp(quiz: Quiz, items: readonly Item[]): Promise<boolean> {
    const tried = (tries.get(quiz.place) ?? 0) + 1
    const again = nextTry(tried, now())
    if (again === null || (await allGone(work, quiz))) return true
    tries.set(quiz.place, tried)
    for (const item of items) log.warn({ ...news.fields(item), tried }, 'cannot reach any manager right now')
    await news.mark(items, again)
    return false
  }

  async function nobodyTold(items: readonly Item[]): Promise<void> {
    const hopeless: Item[] = []
    for (const those of Map.groupBy(items, ({ quiz }) => quiz.place).values()) {
      const [first] = those
      if (first !== undefined && (await giveUp(first.quiz, those))) hopeless.push(...those)
    }
    const toOwners = await Promise.all(hopeless.map(async (item) => ({ item, people: await ownersOf(work, item.quiz) })))
    const { standInScreen } = await import('./stand-in-screen.ts')
    const unheard = await tellChannels(await reachFirst(toOwners, async (owner, those) => tell(owner, 'owner', those, standInScreen(await news.screen(those)))))
    for (const item of unheard) log.error(news.fields(item), 'could not tell anybody what went wrong; trying again in a few hours')
    if (unheard.length > 0) await news.mark(unheard, now() + retryForever)
  }

  /** News of a channel that is off today waits for the end of its days off. @returns the rest */
  async function putOff(all: readonly Item[]): Promise<readonly Item[]> {
    const endOf = new Map(all.map((item) => [item, endOfDaysOff(item.quiz, now())]))
    for (const [end, those] of Map.groupBy(all, (item) => endOf.get(item))) if (end !== undefined) await news.mark(those, end)
    return all.filter((item) => endOf.get(item) === undefined)
  }

  /** In an outage it's nobody's fault that they can't be reached: no try counts, and all is told when the platform answers again. @returns the rest */
  async function withoutSilent(all: readonly Item[], isSilent: IsSilent): Promise<readonly Item[]> {
    const silent = new Set<Item>()
    for (const item of all) if (await isSilent(item.quiz)) silent.add(item)
    if (silent.size > 0) await news.mark([...silent], now() + retryWhileSilent)
    return all.filter((item) => !silent.has(item))
  }

  return async (isSilent) => {
    for (;;) {
      const all = await news.list(now())
      if (all.length === 0) return
      const items = await withoutSilent(await putOff(all), isSilent)
      const away = (item: Item) => awayAmong(work, item.quiz)
      await nobodyTold(await reachFirst(await toManagers(items, work, away), async (manager, those) => tell(manager, 'manager', those, await news.screen(those))))
    }
  }
}

/** Whether every manager is away, or has left as far as the platform knows. */
async function allGone(work: Work, quiz: Quiz): Promise<boolean> {
  const { managers, place } = quiz
  const presence = await work.platform(place)?.presence(managers).catch(() => undefined)
  const away = await awayAmong(work, quiz)
  return managers.every((manager) => away.has(manager) || presence?.get(manager)?.gone === true)
}

const awayAmong = ({ ledger, now }: Work, { managers, zone }: Quiz): Promise<ReadonlySet<PersonId>> => ledger.absences.among(managers, localDate(now(), zone))

/** When the days off end that the channel is in; undefined on any other day. */
function endOfDaysOff(quiz: Quiz, now: Instant): Instant | undefined {
  const { zone } = quiz
  const end = dayOffOn(quiz, localDate(now, zone))?.to
  return end === undefined ? undefined : instantOf(addDays(end, 1), '08:00', zone)
}

/** Without the managers, who were tried. */
async function ownersOf(work: Work, { group, managers }: Quiz): Promise<readonly PersonId[]> {
  const owners = (await work.platform(group)?.owners(group)) ?? []
  return owners.filter((owner) => !managers.includes(owner))
}

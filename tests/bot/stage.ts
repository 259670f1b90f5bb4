// The whole bot on a real ledger and the small course, with one channel whose platform writes down what it is told to do.
import { createBot } from '../../src/bot/bot.ts'
import { onlyCourse, type Courses } from '../../src/course/courses.ts'
import type { Course } from '../../src/course/course.ts'
import type { Log } from '../../src/core/log.ts'
import type { Later } from '../../src/delivery/work.ts'
import { PostError, type Handler, type Platform, type Presence } from '../../src/platforms/platform.ts'
import type { Reply, Request } from '../../src/screens/request.ts'
import { courseOf } from '../fakes/course-of.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import type { Catalog } from '../../src/features/catalog.ts'
import type { Block, Screen } from '../../src/screens/screen.ts'
import { plain, type Text } from '../../src/screens/text.ts'
import { catalog as allFeatures } from '../catalog.ts'

export const here = { group: 'terminal:team', place: 'terminal:team:general' }

export type Stage = Awaited<ReturnType<typeof openStage>>

type StageOptions = {
  readonly file?: string
  /** A folder, or a course that somebody has edited. */
  readonly course?: string | Course
  /** All courses, where there are several. */
  readonly courses?: Courses
  readonly catalog?: Catalog
  /** Decides which questions come, and in which order their options stand; otherwise by chance. */
  readonly salt?: string
  /** Of a stage before this one, with all its posts. */
  readonly channel?: Channel
}

/** @param at the clock at the start, UTC */
export async function openStage(at: string, { catalog = allFeatures, ...options }: StageOptions = {}) {
  const { commands } = catalog
  const folder = typeof options.course === 'string' ? options.course : 'tests/courses/house-rules'
  const { course, lookup } = typeof options.course === 'object' ? { ...courseOf(folder), course: options.course } : courseOf(folder)
  const ledger = await openLedger(options.file ?? ':memory:', { now: Date.parse(at), ...(options.salt === undefined ? {} : { salt: options.salt }) })
  const clock = { now: Date.parse(at) }
  const logged: string[] = []
  const write = (_fields: object, message: string) => void logged.push(message)
  const log: Log = { debug: write, info: write, warn: write, error: (fields, message) => logged.push(`${message} ${JSON.stringify(fields)}`) }
  const channel = options.channel ?? openChannel()
  const timers = new Set<{ at: number; run: () => void }>()
  const later: Later = (milliseconds, run) => {
    const timer = { at: clock.now + milliseconds, run }
    timers.add(timer)
    return () => timers.delete(timer)
  }
  const bot = createBot({ ledger, courses: options.courses ?? onlyCourse(course, lookup), log }, catalog, [channel.platform], { now: () => clock.now, later })
  await bot.start()
  let events = 0

  const send = async (request: Omit<Request, 'event' | 'at' | 'group' | 'place' | 'asker'> & { event?: string; place?: string | null; group?: string }, who: string) => {
    const asker = { id: `terminal:team:${who}`, name: who, zone: null, admin: who === 'owner', maySetUp: who !== 'guest' }
    const replies = await channel.handler().answer({ ...here, event: `event ${++events}`, at: clock.now, asker, ...request } as Request)
    return replies[0] as Reply
  }
  return {
    bot, ledger, clock, channel, logged, course,
    /** Types a command; the screen of the reply. */
    type: async (who: string, line: string, place: string | null = here.place) => (await send({ kind: 'command', command: commands.parse(line), place } as never, who)).screen,
    typeFor: (who: string, line: string) => send({ kind: 'command', command: commands.parse(line) } as never, who),
    /** Presses a button, by what it says. */
    press: async (who: string, control: string, more: { chosen?: readonly string[]; event?: string; group?: string; at?: number } = {}) =>
      (await send({ kind: 'press', control, chosen: [], ...more } as never, who)).screen,
    pressOld: async (who: string) => (await send({ kind: 'press', control: 'v0:anything', chosen: [] } as never, who)).screen,
    send,
    /** An option that is right and one that is wrong, of a posted round; and all that are right. */
    optionsOf: (round: string): { readonly right: string; readonly wrong: string; readonly key: readonly string[] } => {
      const choices = channel.posts.find((post) => post.round === round)?.screen.blocks.find((block) => block.kind === 'choices')
      if (choices?.kind !== 'choices') throw new Error(`no post of round ${round}`)
      const asked = course.questions.find(({ options }) => choices.options.every(({ text }) => options.some((option) => option.text === plain(text))))
      const key: readonly string[] = asked?.key ?? []
      return { right: key[0] ?? '', wrong: choices.options.find(({ id }) => !key.includes(id))?.id ?? '', key }
    },
    /** Moves the clock on and does what is due, minute by minute around it. */
    until: async (moment: string) => {
      clock.now = Date.parse(moment)
      await bot.tick()
    },
    /** Moves the clock on and runs what was put off until then; no minute beats. */
    pass: async (milliseconds: number) => {
      clock.now += milliseconds
      const due = [...timers].filter(({ at }) => at <= clock.now)
      for (const timer of due) {
        timers.delete(timer)
        timer.run()
      }
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
    },
    close: async () => {
      await bot.stop()
      await ledger.close()
    },
  }
}

type Channel = ReturnType<typeof openChannel>

function openChannel() {
  const posts: { place: string; screen: Screen; round: string; redrawn: Screen | undefined }[] = []
  const announced: { place: string; screen: Screen; redrawn: Screen | undefined }[] = []
  /** Of announcements. */
  const refusals: PostError[] = []
  const held = new Map<string, Promise<void>>()
  const counted = { edits: 0 }
  const replies: { message: string; screen: Screen; round: string }[] = []
  const told: { person: string; screen: Screen }[] = []
  const failures: PostError[] = []
  const lookFailures: PostError[] = []
  const stored: { beforeFailing: boolean; canLook: boolean; unreachable: readonly string[]; owners: readonly string[] } = { beforeFailing: false, canLook: true, unreachable: [], owners: [] }
  const presence = new Map<string, Presence>()
  const groupNames = new Map<string, string>()
  const roles = new Map<string, readonly string[]>()
  let handler: Handler | undefined
  const platform: Platform = {
    name: 'terminal',
    editsQuietly: true,
    start: async (opened) => void (handler = opened),
    post: async (place, screen, round) => {
      await held.get(place)
      const failure = failures.shift()
      if (failure !== undefined && !stored.beforeFailing) throw failure
      posts.push({ place, screen, round, redrawn: undefined })
      if (failure !== undefined) throw failure
      return String(posts.length - 1)
    },
    announce: async (place, screen) => {
      const failure = refusals.shift()
      if (failure !== undefined) throw failure
      announced.push({ place, screen, redrawn: undefined })
      return `announced ${announced.length - 1}`
    },
    find: async (_place, round) => {
      const failure = lookFailures.shift()
      if (failure !== undefined) throw failure
      if (!stored.canLook) return 'cannot-tell'
      const at = posts.findIndex((post) => post.round === round)
      return at < 0 ? undefined : String(at)
    },
    shows: async (message) => {
      const post = posts[Number(message)]
      const blocks = (post?.redrawn ?? post?.screen)?.blocks ?? []
      return {
        controls: blocks.flatMap((block) => (block.kind === 'choices' ? (block.pick > 1 ? [block.several] : block.options.map(({ control }) => control)) : block.kind === 'buttons' ? block.buttons.map(({ control }) => control) : [])),
        values: blocks.flatMap((block) => (block.kind === 'choices' && block.pick > 1 ? block.options.map(({ id }) => id) : [])),
      }
    },
    redraw: async (message, screen) => {
      const introduction = message.startsWith('announced ') ? announced[Number(message.slice(10))] : undefined
      if (introduction !== undefined) return void (introduction.redrawn = screen)
      // Edits and failures are those of questions.
      counted.edits += 1
      const failure = failures.shift()
      if (failure !== undefined) throw failure
      const post = posts[Number(message)]
      if (post !== undefined) post.redrawn = screen
    },
    reply: async (message, screen, round) => {
      const failure = failures.shift()
      if (failure !== undefined && !stored.beforeFailing) throw failure
      replies.push({ message, screen, round })
      if (failure !== undefined) throw failure
    },
    tell: async (person, screen) => !stored.unreachable.includes(person) && told.push({ person, screen }) > 0,
    owners: async () => stored.owners,
    havingRole: async (role, people) => {
      const holders = roles.get(role)
      return holders === undefined ? { kind: 'cannot-tell', reason: 'The list of roles is locked.' } : { kind: 'known', people: people.filter((person) => holders.includes(person)) }
    },
    groupName: (group) => groupNames.get(group),
    hearsMessages: () => true,
    presence: async (people) => new Map([...presence].filter(([person]) => people.includes(person))),
    healthy: () => true,
    stop: async () => undefined,
  }
  return {
    platform, posts, replies, announced, refusals, told, failures, lookFailures, stored,
    /** What the platform says of people, by their ids. */
    presence,
    /** Who has which role; of others the platform can't tell. */
    roles,
    /** What people call the groups, by their ids. */
    groupNames,
    get edits() {
      return counted.edits
    },
    /** Posts to this place wait; the function that comes back lets them go. */
    holdUp: (place: string) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      held.set(place, promise)
      return () => {
        held.delete(place)
        resolve()
      }
    },
    handler: () => {
      if (handler === undefined) throw new Error('the platform was not started')
      return handler
    },
  }
}

/** All words of a screen. */
export function words(screen: Screen): string {
  return [...(screen.above ?? []).map(blockWords), screen.title, ...screen.blocks.map(blockWords)].join('\n')
}

function blockWords(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'footnote':
      return plain(block.text)
    case 'heading':
      return block.text
    case 'list':
      return block.items.map((item: Text) => plain(item)).join('\n')
    case 'choices':
      return block.options.map(({ letter, text }) => `${letter}: ${plain(text)}`).join('\n')
    case 'votes':
      return block.options.map(({ letter, text, votes, right }) => `${letter}: ${plain(text)} ${votes}${right ? ' right' : ''}`).join('\n')
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${plain(value)}`).join('\n')
    case 'ranking':
      return [...block.rows, ...(block.own === null ? [] : [block.own])].map((row) => `${row.rank}. ${row.person.name} ${row.points} ${row.accuracy} % ${row.streak}${row.you ? ' (you)' : ''}`).join('\n')
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join(' | ')).join('\n')
    case 'buttons':
      return block.buttons.map(({ label }) => `[${label}]`).join(' ')
    case 'picture':
      return `(picture: ${block.alt})`
    case 'image':
      return `(image: ${block.alt})`
    case 'file':
      return `(file: ${block.name})`
  }
}

export { PostError }

// The process of a platform full of people: carries out what the benchmark orders, and writes down what the bot does.
import type { Plan, Report, TownHears, TownPlace, TownSays } from './messages.ts'

/** What a platform is for this. */
export type Town = {
  readonly open: (plan: Plan, notes: Notes) => Promise<{ readonly apiUrl: string; readonly token: string; readonly places: readonly TownPlace[] }>
  readonly connect: (url: string) => void
  /** Milliseconds to the acknowledgement; undefined: there was none in time. */
  readonly press: (place: number, person: number) => Promise<number | undefined>
  readonly shown: () => readonly number[]
  readonly complaints: () => readonly string[]
}

export type Notes = {
  readonly posted: (place: number) => void
  readonly edited: () => void
  /** A request was told to wait. */
  readonly held: (what: string) => void
}

type Kept = Report & { readonly posts: { at: number; place: number }[]; readonly edits: number[]; readonly held: Record<string, number>; readonly acknowledged: number[]; ignored: number }

export function runTown(town: Town): void {
  const kept: Kept = { posts: [], shown: [], edits: [], held: {}, acknowledged: [], ignored: 0, complaints: [] }
  const say = (message: TownSays) => process.send?.(message)
  let people = 0
  let chat: NodeJS.Timeout | undefined

  async function press(place: number, person: number): Promise<void> {
    const took = await town.press(place, person)
    if (took === undefined) kept.ignored += 1
    else kept.acknowledged.push(took)
  }

  function chatAt(perSecond: number): void {
    let presses = 0
    const began = performance.now()
    chat = setInterval(() => {
      // By the clock: a timer that comes late makes up for it, as people do not wait for one another.
      for (; presses < ((performance.now() - began) / 1000) * perSecond; presses++) {
        // 7919 is a prime, so that the posts come in an order of no meaning. The last few may not be in the channel yet.
        const post = kept.posts[(presses * 7919) % Math.max(1, kept.posts.length - 50)]
        if (post !== undefined) void press(post.place, presses % people)
      }
    }, 10)
  }

  async function rush(within: number): Promise<void> {
    const began = performance.now()
    const moment = (person: number) => (person < people / 2 ? (person / people) * (within / 3) : within / 6 + (person / people - 0.5) * 2 * (within * (5 / 6)))
    const pressing: Promise<void>[] = []
    for (let person = 0; person < people; ) {
      for (; person < people && moment(person) <= performance.now() - began; person++) pressing.push(press(0, person))
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    await Promise.all(pressing)
  }

  async function carryOut(heard: TownHears): Promise<void> {
    switch (heard.kind) {
      case 'open': {
        people = heard.plan.people
        const opened = await town.open(heard.plan, {
          posted: (place) => void kept.posts.push({ at: Date.now(), place }),
          edited: () => void kept.edits.push(Date.now()),
          held: (what) => void (kept.held[what] = (kept.held[what] ?? 0) + 1),
        })
        return void say({ kind: 'open', ...opened })
      }
      case 'connect':
        town.connect(heard.url)
        return void say({ kind: 'done' })
      case 'chat':
        chatAt(heard.perSecond)
        return void say({ kind: 'done' })
      case 'rush':
        await rush(heard.within)
        return void say({ kind: 'done' })
      case 'report':
        clearInterval(chat)
        return void say({ kind: 'report', report: { ...kept, shown: town.shown(), complaints: town.complaints() } })
      case 'stop':
        return process.exit()
    }
  }
  process.on('message', (heard: TownHears) => void carryOut(heard))
  // The benchmark is gone: so is this.
  process.on('disconnect', () => process.exit())
}

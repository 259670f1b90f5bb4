// Does what an operator's command asks of the running bot besides reading courses: deleting all data of a group, sealing tokens anew.
import { forgetGroup } from '../bot/removed-groups.ts'
import type { Log } from '../core/log.ts'
import type { Instant } from '../core/time.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Platform } from '../platforms/platform.ts'
import { forgottenLines } from './forgotten-lines.ts'
import { takeRequests, type Report } from './requests.ts'

/** In milliseconds. */
const lookEvery = 2_000

/** @param wanted the numbers of the keys to seal with, one from each who asks */
export type Resealing = (wanted: readonly string[]) => Promise<Report>

type Given = {
  readonly ledger: Ledger
  readonly platforms: () => readonly Platform[]
  /** Undefined for a bot without tokens in its database. */
  readonly reseal: Resealing | undefined
  readonly now: () => Instant
  readonly log: Log
}

export function takeOrders(databaseFile: string, { ledger, platforms, reseal, now, log }: Given): { readonly stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let underWay: Promise<unknown> = Promise.resolve()

  async function forget(groups: readonly string[]): Promise<Report> {
    const lines: string[] = []
    for (const group of groups) lines.push(...forgottenLines(group, await forgetGroup({ ledger, log }, platforms(), group, now())))
    return { lines, failed: false }
  }

  async function answer(kind: 'forget' | 'reseal', work: (asked: readonly string[]) => Promise<Report>): Promise<void> {
    const request = takeRequests(databaseFile, kind)
    if (request === undefined) return
    const report = await work(request.asked).catch((fault: unknown): Report => {
      log.error({ fault, kind }, 'could not do what an operator asked for')
      return { lines: ['That didn’t work. The bot’s log says why. Run the command again to go on.'], failed: true }
    })
    request.answer(report)
  }

  async function look(): Promise<void> {
    try {
      await answer('forget', forget)
      await answer('reseal', async (wanted) => (await reseal?.(wanted)) ?? { lines: ['This bot keeps no tokens in its database.'], failed: true })
    } catch (fault) {
      log.warn({ fault }, 'could not look whether an operator asks for something; trying again')
    }
    if (!stopped) next()
  }

  function next(): void {
    timer = setTimeout(() => void (underWay = look()), lookEvery).unref()
  }

  next()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}

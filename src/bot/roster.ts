// Asks the platforms about the people on the boards, a few at a time: who has left or is back, and what each is called now. Soon for
// people of whom a platform says that they have changed, otherwise day by day.
import { day, type Instant } from '../core/time.ts'
import type { Later } from '../delivery/work.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { LookUpBefore } from '../ledger/people.ts'
import { platformOf, type Platform } from '../platforms/platform.ts'

const pageSize = 20
/** Somebody who is here is asked about once a day; somebody who left, once a week. */
const [staleAfter, goneStaleAfter] = [day, 7 * day]
/** The ledger keeps people who have changed as never looked up, at moment 0. */
const changedOnly: LookUpBefore = { here: 1, gone: 1 }

/** In milliseconds. Changes that come together are looked up together. */
const changeAfter = 1_000
/** Between two looks at changes, in milliseconds: 80 people a minute. Slack allows about 100. https://docs.slack.dev/reference/methods/users.info */
const changeRest = 15_000

type Needs = Pick<Ledger, 'people'>

export type Changes = {
  /** Somebody has changed: looks them up in about a second, or as soon as the looks before allow it. */
  readonly lookSoon: () => void
  readonly stop: () => void
}

/** @param look looks up people who have changed. Never fails. @returns whether more may be waiting */
export function createChanges(look: () => Promise<boolean>, later: Later): Changes {
  const state: { wanted: boolean; stopped: boolean; cancel: (() => void) | undefined } = { wanted: false, stopped: false, cancel: undefined }

  function next(): void {
    state.cancel = undefined
    if (!state.wanted || state.stopped) return
    state.wanted = false
    state.cancel = later(changeRest, next)
    void look().then((more) => (state.wanted ||= more))
  }

  return {
    lookSoon: () => {
      state.wanted = true
      if (!state.stopped) state.cancel ??= later(changeAfter, next)
    },
    stop: () => {
      state.stopped = true
      state.cancel?.()
    },
  }
}

/** @returns whether more people who have changed may be waiting */
export async function refreshChanged(ledger: Needs, platforms: readonly Platform[], now: Instant): Promise<boolean> {
  return (await lookUp(ledger, platforms, now, changedOnly)) === pageSize
}

/**
 * Best effort: people whom the platform says nothing about stay as they are. They count as looked up all the same, also where the bot
 * no longer runs their platform or it can't be asked: otherwise they would stay first in line and keep everybody else waiting.
 */
export async function refreshRoster(ledger: Needs, platforms: readonly Platform[], now: Instant): Promise<void> {
  await lookUp(ledger, platforms, now, { here: now - staleAfter, gone: now - goneStaleAfter })
}

/** @returns how many people were looked up */
async function lookUp({ people: kept }: Needs, platforms: readonly Platform[], now: Instant, before: LookUpBefore): Promise<number> {
  const people = await kept.toLookUp(before, pageSize)
  for (const [name, those] of Map.groupBy(people, ({ id }) => platformOf(id))) {
    const ids = those.map(({ id }) => id)
    const platform = platforms.find((each) => each.name === name)
    const presence = await platform?.presence(ids).catch(() => undefined)
    await kept.setPresence(ids.map((person) => ({ person, ...(presence?.get(person) ?? unsaid) })), now)
  }
  return people.length
}

const unsaid = { gone: null, name: null }

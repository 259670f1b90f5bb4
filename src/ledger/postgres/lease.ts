// One bot at a time uses a ledger. Who it is stands in a row that the bot renews; one that ended without a word, hangs, or lost the
// database is followed by another when that runs out. Each of its transactions asks for the row, so whoever was followed saves nothing more.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { LedgerError } from '../ledger-error.ts'
import { onConnection, type Connections } from './connections.ts'
import { isLockedOut } from './explain-error.ts'
import { toWrite } from './opening.ts'
import { plain, type Answer, type Question } from './question.ts'

export type Lease = {
  /** Asked within each transaction: no row, if another bot has the ledger now. */
  readonly fence: Question
  /** Notes that the fence had no row. */
  followed(): LedgerError
  /** Why this bot may do nothing in the name of the ledger: another one has it, or may have it. */
  lost(): LedgerError | undefined
  release(): Promise<void>
}

/** In milliseconds. */
export type LeaseTimes = { readonly lasts: number; readonly renewEvery: number; readonly askEvery: number }

const usual: LeaseTimes = { lasts: 30_000, renewEvery: 10_000, askEvery: 1_000 }

export const inUse = () => new LedgerError('in-use', 'Another running bot uses this database. Stop it first, or name another one in DATABASE_URL.')
const taken = () => new LedgerError('in-use', 'Another bot took over this database while this one hung or could not reach it. This one saves nothing more and stops.')
const overdue = () => new LedgerError('busy', 'The bot hung or could not reach the database for so long that another one may have taken over. It goes on as soon as it knows that none has.')

type Hears = {
  /** Called once, when another bot has the ledger. */
  readonly onFollowed: (why: LedgerError) => void
  /** What the operator should know. */
  readonly warn?: ((sentences: string) => void) | undefined
}

/** Waits for one that ended without a word; fails if another bot is running. By the database's clock. */
export async function takeLease(connections: Connections, { onFollowed, warn }: Hears, { lasts, renewEvery, askEvery }: LeaseTimes = usual): Promise<Lease> {
  const owner = randomUUID()
  const until = `clock_timestamp() + interval '${lasts} milliseconds'`
  const take: Question = {
    text: `INSERT INTO leases (name, owner, until) VALUES ('bot', $1, ${until}) ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until WHERE leases.until < clock_timestamp()`,
    values: [owner],
  }
  const holder = plain(`SELECT owner || ' ' || until FROM leases WHERE name = 'bot'`)

  const first = await firstOf(connections, holder)
  let renewed = performance.now()
  let isWaiting = false
  while (!(await isTaken(connections, take))) {
    if (!isWaiting) warn?.(`Another bot used this database a moment ago. Waiting for up to ${Math.ceil(lasts / 1_000)} seconds to see whether it has ended.`)
    isWaiting = true
    if ((await firstOf(connections, holder)) !== first) throw inUse()
    await pause(askEvery)
    renewed = performance.now()
  }

  let why: LedgerError | undefined
  let isReleased = false
  const followed = () => {
    if (why === undefined) onFollowed((why = taken()))
    return why
  }
  const renew = async () => {
    const began = performance.now()
    const { changes } = await once(connections, { text: `UPDATE leases SET until = ${until} WHERE name = 'bot' AND owner = $1`, values: [owner] })
    if (changes > 0) renewed = began
    // One that was on its way when the bot gave the lease back finds none.
    else if (!isReleased) followed()
  }
  // One that could not be renewed runs out, or is renewed the next time.
  const timer = setInterval(() => void renew().catch(() => undefined), renewEvery).unref()
  return {
    followed,
    fence: { text: `SELECT 1 FROM leases WHERE name = 'bot' AND owner = $1`, values: [owner] },
    lost: () => why ?? (performance.now() - renewed > lasts ? overdue() : undefined),
    async release() {
      clearInterval(timer)
      isReleased = true
      await once(connections, { text: `DELETE FROM leases WHERE name = 'bot' AND owner = $1`, values: [owner] })
    },
  }
}

/** Under the lock of the ledger, so that nothing of the one before is under way. That one may hang in the middle, and is ended in time. */
async function isTaken(connections: Connections, take: Question): Promise<boolean> {
  try {
    return await onConnection(connections, async ({ send }) => {
      const all = [plain('BEGIN'), ...toWrite, take, plain('COMMIT')].map(send)
      await Promise.allSettled(all)
      return (await Promise.all(all)).at(-2)?.changes === 1
    })
  } catch (error) {
    if (isLockedOut(error)) return false
    throw error
  }
}

const firstOf = async (connections: Connections, question: Question): Promise<unknown> => (await once(connections, question)).rows[0]?.[0]

const once = (connections: Connections, question: Question): Promise<Answer> => onConnection(connections, ({ send }) => send(question))

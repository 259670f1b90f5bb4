// What goes over the connections to PostgreSQL: each statement with its values, and how often somebody waits for the server.
import pg from 'pg'

export type Sent = { readonly name: string; readonly text: string; readonly values: readonly unknown[] }

export type Heard = {
  readonly sent: readonly Sent[]
  /** How often nothing was under way on a connection when something was sent. */
  readonly trips: number
}

/** Of all connections of this process, as long as the work takes. */
export async function listen(work: () => Promise<unknown>): Promise<Heard> {
  const sent: Sent[] = []
  const underWay = new WeakMap<object, number>()
  let trips = 0
  const original = Reflect.get(pg.Client.prototype, 'query') as (...args: readonly unknown[]) => unknown
  const add = (client: object, more: number) => underWay.set(client, (underWay.get(client) ?? 0) + more)
  Reflect.set(pg.Client.prototype, 'query', function heard(this: object, config: Sent, ...rest: readonly unknown[]) {
    if ((underWay.get(this) ?? 0) === 0) trips += 1
    sent.push(config)
    add(this, 1)
    const answer = original.call(this, config, ...rest)
    if (answer instanceof Promise) answer.finally(() => add(this, -1)).catch(() => undefined)
    return answer
  })
  try {
    await work()
  } finally {
    Reflect.set(pg.Client.prototype, 'query', original)
  }
  return { sent, trips }
}

/** One transaction after the other, each without waiting for anything but its COMMIT. */
export async function resend(client: pg.Client, sent: readonly Sent[]): Promise<void> {
  let answers: Promise<unknown>[] = []
  for (const { name, text, values } of sent) {
    answers.push(client.query({ name, text, values: [...values], rowMode: 'array' }))
    if (text !== 'COMMIT') continue
    await Promise.all(answers)
    answers = []
  }
  await Promise.all(answers)
}

/** Transactions of one job each, as transactions of so many of them. What each of them begins with is sent once. */
export function inBatches(sent: readonly Sent[], most: number): readonly Sent[] {
  const transactions: Sent[][] = [[]]
  for (const each of sent) {
    transactions.at(-1)?.push(each)
    if (each.text === 'COMMIT') transactions.push([])
  }
  const isOpening = ({ text }: Sent) => /^BEGIN|^COMMIT|set_config|pg_advisory_xact_lock|pg_current_xact_id/u.test(text)
  const [opening = [], end = []] = [transactions[0]?.filter((each) => isOpening(each) && each.text !== 'COMMIT'), transactions[0]?.slice(-1)]
  const jobs = transactions.filter((each) => each.length > 0).map((each) => each.filter((one) => !isOpening(one)))
  return Array.from({ length: Math.ceil(jobs.length / most) }, (_, nth) => [...opening, ...jobs.slice(nth * most, (nth + 1) * most).flat(), ...end]).flat()
}

// One of several processes that save answers in the same ledger: node answering.ts <url> <town>
import { openPostgresLedger } from '../../../src/ledger/postgres/postgres-ledger.ts'
import { queryIn } from '../../ledger/postgres-server.ts'
import { groupName, homeOf, personName, type Town } from './town.ts'

export type Hears = { readonly first: number; readonly count: number; readonly at: number }
export type Says = { readonly kind: 'ready' } | { readonly kind: 'done'; readonly seconds: number; readonly cpu: number; readonly counted: number }

const inFlight = 512
const [url = '', described = ''] = process.argv.slice(2)
const town = JSON.parse(described) as Town
const ledger = await openPostgresLedger(url, { shared: true })
const rounds = new Map<number, string>()
for (const { name, place } of await queryIn(url, `SELECT name, place_id AS place FROM rounds WHERE state = 'open'`)) rounds.set(Number(place), String(name))
const say = (message: Says) => process.send?.(message)

process.on('message', ({ first, count, at }: Hears) => {
  let next = first
  let counted = 0
  async function hand(): Promise<void> {
    for (let person = next++; person < first + count; person = next++) {
      const { group, place } = homeOf(town, person)
      const seen = { id: personName(town, person), group: groupName(group), name: `Person ${person}` }
      const outcome = await ledger.answers.take(rounds.get(place) ?? '', seen, ['a'], at)
      if (outcome?.verdict.kind === 'counted') counted += 1
    }
  }
  const [began, before] = [performance.now(), process.cpuUsage()]
  void Promise.all(Array.from({ length: inFlight }, hand)).then(() => {
    const { user, system } = process.cpuUsage(before)
    say({ kind: 'done', seconds: (performance.now() - began) / 1000, cpu: user + system, counted })
  })
})
process.on('disconnect', () => process.exit())
say({ kind: 'ready' })

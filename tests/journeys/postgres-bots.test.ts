// Bots as processes of their own on one database in PostgreSQL, which Discord's gateway keeps from sharing it: one is served, and another one
// follows where it ends, hangs, or is killed.
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts'
import { until } from '../fakes/until.ts'
import { newDatabase } from '../ledger/postgres-server.ts'
import { startDrivenProcess } from './driven-process.ts'

async function setting() {
  const discord = await startFakeDiscord()
  const database = await newDatabase()
  const client = new Client({ connectionString: database.url })
  await client.connect()
  client.on('error', () => undefined)
  onTestFinished(async () => {
    await client.end()
    await discord.stop()
    await database.drop()
  })
  const query = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows
  return {
    query,
    bot: () => startDrivenProcess({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, DATABASE_URL: database.url }),
    /** As if the lease of whoever says nothing more had run out: by the database's clock, whatever those of the bots say. */
    runOut: () => query(`UPDATE leases SET until = clock_timestamp() - interval '1 second'`),
    owner: async () => (await query('SELECT owner FROM leases'))[0]?.['owner'],
  }
}

test('a second bot is refused with a sentence; one that was killed is followed', async () => {
  const { bot, runOut, owner } = await setting()
  const first = await bot()
  await first.becomes(200)
  const held = await owner()
  const second = await bot()
  // The first one lives on meanwhile: it renews its lease.
  const refused = second.end()
  await first.during(refused)
  expect(await refused).toEqual({ status: 1 })
  expect(second.log()).toContain('Another running bot uses this database. Stop it first, or name another one in DATABASE_URL.')
  expect(await owner()).toBe(held)
  first.kill('SIGKILL')
  await runOut()
  const third = await bot()
  await third.becomes(200)
  expect(await owner()).not.toBe(held)
})

test('a bot that was frozen for longer than its lease is followed; when it thaws, it saves nothing and ends with a sentence', async () => {
  const { bot, runOut, owner, query } = await setting()
  const first = await bot()
  await first.becomes(200)
  first.kill('SIGSTOP')
  await runOut()
  const second = await bot()
  await second.becomes(200)
  const held = await owner()
  const meta = () => query('SELECT * FROM meta ORDER BY name')
  // The second one's first beat is over: its time stands still from here on.
  const before = await until(async () => {
    const rows = await meta()
    return new Set(rows.filter(({ name }) => name === 'beat_at' || name === 'opened_at').map(({ value }) => value)).size === 1 && rows.some(({ name }) => name === 'beat_at') && rows
  }, 'a beat of the second one')
  first.kill('SIGCONT')
  expect(await first.end()).toEqual({ status: 1 })
  expect(first.log()).toContain('Another bot took over this database while this one hung or could not reach it. This one saves nothing more and stops.')
  expect([await owner(), await meta()]).toEqual([held, before])
  expect(await second.says('/readyz')).toBe(200)
})

test('one whose connections are all ended goes on, and one that is stopped hands over at once', async () => {
  const { bot, owner, query } = await setting()
  const first = await bot()
  await first.becomes(200)
  await query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'studyhall' AND datname = current_database()`)
  const beats = async () => (await query(`SELECT value FROM meta WHERE name = 'beat_at'`))[0]?.['value']
  const [held, beat] = [await owner(), await beats()]
  await first.passUntil(async () => (await beats()) !== beat, () => `another beat; ${first.log()}`)
  expect([await first.says('/readyz'), await owner()]).toEqual([200, held])
  expect(first.log()).not.toContain('unhandled')
  // Connections that somebody just used say it to them.
  expect(first.log()).not.toMatch(/A connection to the database broke[\s\S]*A connection to the database broke/u)
  first.kill('SIGTERM')
  expect(await first.endAtOnce()).toEqual({ status: 0 })
  expect(await owner()).toBeUndefined()
  const second = await bot()
  await second.becomes(200)
  await until(async () => (await owner()) !== undefined, 'a lease of its own')
})

// Discord stored a direct message and its reply was lost: the bot took the person for out of reach, and told them again ten minutes later,
// or told the next manager. And whoever gave a code heard of its use twice where the bot was killed just after it said so.
import { expect, it, onTestFinished } from 'vitest'
import { tellLinked } from '../../src/bot/links.ts'
import type { UntoldLink } from '../../src/ledger/links.ts'
import { notice } from '../../src/screens/notice.ts'
import type { Fault } from '../fakes/discord/faults.ts'
import { textOf } from '../fakes/discord/people.ts'
import { openStage } from '../platforms/discord/stage.ts'

const messages = /^\/channels\/\d+\/messages$/
const news = notice('A question was not posted', [])

async function started() {
  const stage = await openStage({ timing: { request: 250, pause: 1 } })
  await stage.start()
  const { discord, bob } = stage
  onTestFinished(() => expect(discord.violations).toEqual([]))
  return { ...stage, to: `discord:u:${bob.id}`, letters: () => discord.world.messagesIn(discord.world.directChannel(bob)).map(textOf) }
}

it.each<Fault['kind']>(['answer', 'reset', 'hang', 'half'])('a message whose reply is lost arrives once, and the bot knows that it did (%s)', async (kind) => {
  const { platform, discord, to, letters } = await started()
  discord.faults.plan('POST', messages, { kind, status: 502, stored: true })
  expect(await platform.tell(to, news)).toBe(true)
  expect(letters()).toHaveLength(1)
})

it('the same said twice is two messages', async () => {
  const { platform, to, letters } = await started()
  expect([await platform.tell(to, news), await platform.tell(to, news)]).toEqual([true, true])
  expect(letters()).toHaveLength(2)
})

it('where the bot is killed before it notes that somebody was told of a link, the next one does not tell them again; that it was taken apart it does', async () => {
  const { platform, to, letters, log } = await started()
  const side = { account: to, name: 'Bob', hidden: false, group: null }
  const link: UntoldLink = { id: '0123456789abcdef', at: 0, gave: side, took: { ...side, account: 'slack:T1/U1' }, ended: null }
  const killed = new Error('killed')
  const tell = (...untold: readonly UntoldLink[]) => {
    const links = { untold: async () => untold, told: () => Promise.reject(killed) }
    const means = { ledger: { links }, log: { warn: (fields: object) => log.push({ level: 'warn', fields, message: '' }) }, groupName: () => undefined, platformName: () => 'Slack' }
    return tellLinked(means as never, () => platform, 60_000)
  }
  await expect(tell(link)).rejects.toBe(killed)
  await expect(tell(link)).rejects.toBe(killed)
  expect(letters()).toEqual([expect.stringContaining('Your code was used')])
  await expect(tell({ ...link, ended: 30_000 })).rejects.toBe(killed)
  expect(letters()).toHaveLength(2)
})

// What the adapter adds to a reply: which permissions are missing, and who does not see the managers' commands.
import { expect, test } from 'vitest'
import { personId } from '../../../src/platforms/discord/ids.ts'
import { notice, refusal } from '../../../src/screens/notice.ts'
import { textOf } from '../../fakes/discord/people.ts'
import { until } from '../../fakes/until.ts'
import { everyoneMay, permission, type Person } from '../../fakes/discord/world.ts'
import { openStage, type Stage } from './stage.ts'

const done = { to: 'asker', screen: notice('Done', [['Done']]), update: false } as const

async function followUpOf(stage: Stage, line: string, options: Record<string, string> = {}, asker: Person = stage.ada): Promise<string | undefined> {
  const { discord, channel } = stage
  const asked = discord.people.command(asker, channel, line, options)
  await discord.people.seen(asked)
  // What follows the answer is sent by the same hand in order: when the next answer is out, all of this one is.
  await discord.people.seen(discord.people.command(asker, channel, '/study status'))
  const [more] = asked.followUps
  expect(asked.followUps.length).toBeLessThanOrEqual(1)
  expect(more === undefined ? asker : more.onlyFor).toBe(asker)
  return more === undefined ? undefined : textOf(more)
}

async function started(): Promise<Stage> {
  const stage = await openStage()
  stage.bot.answer = () => [done]
  await stage.start()
  return stage
}

test('whoever sets up is told which permissions the bot lacks in the channel, and where to grant them', async () => {
  const stage = await started()
  stage.channel.botMay = everyoneMay & ~permission.sendMessages & ~permission.readMessageHistory
  const asked = stage.discord.people.command(stage.ada, stage.channel, '/study-admin setup', { time: '09:00' })
  const [warning] = await until(() => asked.followUps.length === 1 && asked.followUps, 'the warning')
  if (warning === undefined) throw new Error('no warning')
  expect(textOf(warning)).toMatch(/Send Messages.*\n.*Read Message History[\s\S]*Edit Channel > Permissions/)
  expect(textOf(warning)).not.toContain('View Channel')
  expect(warning.onlyFor).toBe(stage.ada)
  expect(stage.discord.violations).toEqual([])
})

test('nothing is added where the bot has all that it needs, or where the bot refused', async () => {
  const stage = await started()
  expect(await followUpOf(stage, '/study-admin setup')).toBeUndefined()
  stage.channel.botMay = 0n
  stage.bot.answer = () => [{ ...done, screen: refusal('No', [['No']]) }]
  expect(await followUpOf(stage, '/study-admin setup')).toBeUndefined()
})

test('in a thread the permission for threads is what counts', async () => {
  const stage = await openStage()
  const thread = stage.discord.world.addThread(stage.guild)
  stage.bot.answer = () => [done]
  await stage.start()
  thread.botMay = everyoneMay & ~permission.sendMessagesInThreads
  const asked = stage.discord.people.command(stage.ada, thread, '/study-admin resume')
  const [warning] = await until(() => asked.followUps.length === 1 && asked.followUps, 'the warning')
  expect(warning === undefined ? '' : textOf(warning)).toContain('Send Messages in Threads')
})

test('whoever names a manager without Manage Server is told how to show them the commands', async () => {
  const stage = await started()
  stage.bot.answer = () => [{ ...done, newManager: personId(stage.guild.id, stage.bob.id) }]
  const asked = stage.discord.people.command(stage.ada, stage.channel, '/study-admin managers', { change: 'add', person: stage.bob.id })
  const [hint] = await until(() => asked.followUps.length === 1 && asked.followUps, 'the hint')
  expect(hint === undefined ? '' : textOf(hint)).toContain('Server Settings > Integrations')
  stage.bot.answer = () => [done]
  expect(await followUpOf(stage, '/study-admin managers')).toBeUndefined()
})

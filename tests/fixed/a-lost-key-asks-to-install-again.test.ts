// The key that a workspace's token was sealed with is lost. Its people hear how to get the bot back, and nothing of theirs is gone.
import { expect, test } from 'vitest'
import { seal } from '../../src/platforms/slack/many/sealed-token.ts'
import { newKeys, openManyStage, told } from '../platforms/slack/many/stage.ts'

test('a workspace whose token no key opens is asked to install the app again, and has its data then', async () => {
  const stage = await openManyStage()
  const { slack, ada, channel, group } = await stage.workspace('One')
  await told(slack, ada, () => slack.command(ada, channel, 'setup 09:00 Europe/Berlin mon-fri'))
  const [before] = await stage.ledger().installations.sealed()
  if (before === undefined) throw new Error('nothing is sealed')
  await stage.ledger().installations.reseal(before, seal(newKeys(), group, slack.world.botToken))
  await stage.restart()
  const { ack } = await slack.command(ada, channel, 'status')
  expect(ack.body['text']).toContain('install it: https://bot.example.org/slack/install')
  await stage.install([slack])
  expect(await told(slack, ada, () => slack.command(ada, channel, 'status'))).toContain('09:00')
})

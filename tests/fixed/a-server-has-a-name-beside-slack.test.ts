// With Slack and Discord in one process, the bot knew the name of no server, so that in direct messages nobody was in any.
import { expect, test } from 'vitest'
import { independentPlatforms } from '../../src/bot/independent-platforms.ts'
import type { Handler, Platform } from '../../src/platforms/platform.ts'

const quiet = () => undefined
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }

const named = (name: Platform['name'], group: string) => () =>
  ({ name, editsQuietly: true, start: async () => undefined, stop: async () => undefined, groupName: (asked: string) => (asked === group ? 'Cloud club' : undefined) }) as unknown as Platform

test('each platform says what its groups are called, once it is connected', async () => {
  const platforms = independentPlatforms([named('slack', 'slack:T1'), named('discord', 'discord:1')], log)
  const names = () => platforms.map((platform) => [platform.groupName?.('slack:T1'), platform.groupName?.('discord:1')])
  expect(names()).toEqual([[undefined, undefined], [undefined, undefined]])
  await Promise.all(platforms.map((platform) => platform.start({} as Handler)))
  expect(names()).toEqual([['Cloud club', undefined], [undefined, 'Cloud club']])
  await Promise.all(platforms.map((platform) => platform.stop()))
})

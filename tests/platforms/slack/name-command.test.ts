// Where another app has taken /study: the command has another name, and every text follows.
import { describe, expect, test } from 'vitest'
import { slackManifest } from '../../../src/platforms/slack/manifest.ts'
import { nameCommand } from '../../../src/platforms/slack/outgoing/name-command.ts'
import { render } from '../../../src/platforms/slack/outgoing/render.ts'
import type { Screen } from '../../../src/screens/screen.ts'
import { commands } from '../../catalog.ts'
import { samples } from '../../samples.ts'
import { openManyStage, told } from './many/stage.ts'

/** A screen as it leaves. */
async function asSent(screen: Screen, command?: string): Promise<Screen> {
  let sent: Screen = screen
  const poster = nameCommand(command).poster({ announce: async (_: string, shown: Screen) => void (sent = shown) } as never)
  await poster.announce('slack:T1/C1', screen, 'event')
  return sent
}

describe('another slash command', () => {
  test('stands in every screen in place of /study, and nothing else changes', async () => {
    let changed = 0
    for (const [name, screen] of samples) {
      const [before, after] = [JSON.stringify(render(await asSent(screen))), JSON.stringify(render(await asSent(screen, '/quiz')))]
      expect(after, name).not.toMatch(/\/study(?![\w/-])/u)
      expect(after.replaceAll(/\/quiz(?![\w/-])/gu, '/study'), name).toBe(before)
      if (after !== before) changed += 1
    }
    expect(changed).toBeGreaterThan(30)
  })

  test('leaves screens as they are where it is the usual one', async () => {
    const [first] = [...samples.values()]
    if (first === undefined) throw new Error('no screens')
    expect(await asSent(first)).toBe(first)
  })

  test('is what the manifest asks for', () => {
    expect(JSON.stringify(slackManifest({ mode: 'socket' }, commands, '/quiz'))).toContain('"command":"/quiz"')
    expect(JSON.stringify(slackManifest({ mode: 'socket' }, commands, '/quiz'))).not.toContain('/study')
  })

  test('works in a workspace: help, a setup, and words to the bot', async () => {
    const stage = await openManyStage({ command: '/quiz' })
    const { slack, ada, channel } = await stage.workspace('One')
    const help = await told(slack, ada, () => slack.command(ada, channel, 'help setup'))
    expect(help).toContain('/quiz setup')
    expect(help).not.toContain('/study')
    expect(await told(slack, ada, () => slack.say(ada, channel, '<@U0BOTONE> /quiz status'))).not.toContain('/study')
  })
})

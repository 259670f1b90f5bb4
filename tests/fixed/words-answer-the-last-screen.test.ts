// Below “Which channel?”, “Choose 1” or “1” was looked up in the course, and so was “Keep it”; “pause” alone got help that didn't say why.
import { describe, expect, it } from 'vitest'
import { createDirectScreens } from '../../src/platforms/direct-screens.ts'
import { readDirectWords } from '../../src/screens/direct-words.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { commands } from '../catalog.ts'
import { openStage, words } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { until } from '../fakes/until.ts'
import { openTown as openDiscord } from '../journeys/discord-town.ts'
import { openTown as openSlack, textOf } from '../journeys/slack-town.ts'
import { samples } from '../samples.ts'

const sample = (name: string): Screen => samples.get(name) ?? never()
const read = (typed: string, last?: Screen) => readDirectWords(typed, undefined, { commands, isTerm: () => false, spokenOf: () => undefined }, last)

function never(): never {
  throw new Error('there is none')
}

describe('in a direct message', () => {
  it.each([
    ['Choose 1', 'choose-channel', 'v1:in:'], ['choose 2.', 'choose-channel', 'v1:in:'], ['1', 'choose-channel', 'v1:in:'], ['2', 'choose-server', 'v1:in:'], ['Keep it', 'forget-ask', 'v1:forget-not'],
    ['delete everything', 'forget-ask', 'v1:forget:'], ['take back 2', 'away-past', 'v1:run:away back'], ['Yes, do it', 'ask-first', 'v1:in:'], ['Hide me', 'privacy-shown', 'v1:run:privacy hide'], ['My progress', 'hello-direct', 'v1:run:me'],
  ])('“%s” presses that button of the last screen, %s', (typed, name, start) => {
    expect(read(typed, sample(name))).toMatchObject({ kind: 'press', control: expect.stringMatching(new RegExp(`^${start}`, 'u')) })
  })

  it.each([['Choose 3', 'choose-channel'], ['3', 'choose-channel'], ['keep', 'forget-ask'], ['1', 'days-off'], ['who patches rds', 'choose-channel']])('“%s” presses nothing of %s', (typed, name) => {
    expect(read(typed, sample(name)).kind).not.toBe('press')
  })

  it('what is meant is what was shown last: sent, or drawn in place of another', () => {
    const direct = createDirectScreens()
    const [one, two] = [sample('choose-channel'), sample('forget-ask')]
    expect(direct.lastOf('ada')).toBeUndefined()
    direct.posted('ada', one, null, 0).named('1')
    expect(direct.lastOf('ada')).toEqual({ screen: one, message: '1' })
    const lost = direct.posted('ada', two, '2', 0)
    lost.dropped()
    expect(direct.lastOf('ada')).toBeUndefined()
    direct.replaced('ada', two, { id: '1', sentAt: 0 })
    expect(direct.lastOf('ada')).toEqual({ screen: two, message: '1' })
  })

  it('a single word that would change something is asked about first, says why, and offers the channels', async () => {
    const stage = await openStage('2026-03-02T07:00Z')
    await stage.type('owner', 'setup 09:00 UTC mon-fri')
    const write = async (who: string, line: string) => (await stage.send({ kind: 'unclear', place: null, of: 'change', otherwise: commands.parse(line) } as never, who)).screen
    const ask = await write('owner', 'pause')
    expect(words(ask)).toMatch(/A single word can mean many things, so I ask before I change a channel\..*\[Yes, do it\].*\[Help\]/su)
    expect((await stage.ledger.quizzes.at('terminal:team:general'))?.paused).toBe(false)
    expect(words(await write('ben', 'pause'))).toContain('Only managers can do that')
    expect(words(await write('ben', 'hide'))).toContain('so I ask before I change how others see you')
    expect((await stage.press('owner', control(ask, 'Yes, do it'))).title).toBe('Paused')
    expect((await stage.ledger.quizzes.at('terminal:team:general'))?.paused).toBe(true)
    await stage.close()
  })
})

it('over the wire on Slack', async () => {
  const town = await openSlack('2026-03-02T07:00Z')
  const owner = town.person('Ada')
  await town.type(owner, 'setup 09:00 UTC mon-fri')
  const messages = () => town.slack.messages(`D${owner}`)
  const write = async (text: string) => {
    const before = messages().length
    await town.slack.say(owner, `D${owner}`, text)
    return textOf(await until(() => messages()[before], `an answer to ${text}`))
  }
  expect(await write('pause')).toContain('so I ask before I change a channel')
  expect(await write('yes, do it')).toContain('No questions will be posted here')
  expect([town.faults, town.slack.world.refusals]).toEqual([[], []])
})

it('over the wire on Discord', async () => {
  const town = await openDiscord('2026-03-02T07:00Z')
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'mon-fri' })
  const there = town.discord.world.directChannel(town.ada)
  const messages = () => town.discord.world.messagesIn(there)
  const write = async (text: string) => {
    const before = messages().length
    town.discord.people.say(town.ada, there, text)
    await expect.poll(() => messages().length).toBe(before + 2)
    return discordText(messages().at(-1) ?? never())
  }
  expect(await write('pause')).toContain('so I ask before I change a channel')
  expect(await write('Yes, do it')).toContain('No questions will be posted here')
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

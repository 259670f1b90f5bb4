// Pictures over the wire to Discord: in the message if they are drawn in time, otherwise added to it, with their description.
import { describe, expect, it } from 'vitest'
import type { DiscordConfig } from '../../../src/platforms/discord/platform.ts'
import { runControl } from '../../../src/screens/control.ts'
import { notice } from '../../../src/screens/notice.ts'
import { topicBars } from '../../../src/screens/pictures/blocks.ts'
import type { Screen } from '../../../src/screens/screen.ts'
import { refused } from '../../fakes/discord/faults.ts'
import { mode } from '../../fakes/discord/mode.ts'
import { textOf } from '../../fakes/discord/people.ts'
import { allComponents, type Message } from '../../fakes/discord/world.ts'
import { until } from '../../fakes/until.ts'
import { say } from '../told-bot.ts'
import { openStage, type Stage } from './stage.ts'

const button = { label: 'My topics', control: runControl.text({ line: 'me' }), primary: false }
const plain = notice('Your topics', [['Patching: 75%, 9 of 12 right']], [button])
const withPicture: Screen = { ...plain, blocks: [...plain.blocks, topicBars([{ label: 'Patching', right: 9, of: 12 }])] }
const alt = 'Right answers by topic. Patching: 75%, 9 of 12 right.'
const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00, 0xfe])

async function stageWith(drawPicture: DiscordConfig['drawPicture'] = async () => bytes): Promise<Stage> {
  const stage = await openStage({ drawPicture: drawPicture ?? (async () => bytes) })
  stage.bot.answer = () => [{ to: 'asker', screen: withPicture, update: true }]
  await stage.start()
  return stage
}

const ask = ({ discord, ada, channel }: Stage): Promise<Message> => discord.people.seen(discord.people.command(ada, channel, '/study me'))
const galleryOf = (message: Message) => allComponents(message.components).filter(({ type }) => type === 12)

/** A drawing that is over when the test says so. */
function slowly(): { readonly draw: NonNullable<DiscordConfig['drawPicture']>; readonly finish: (png: Uint8Array | undefined) => void } {
  const { promise, resolve } = Promise.withResolvers<Uint8Array | undefined>()
  return { draw: () => promise, finish: resolve }
}

describe('a picture', () => {
  it('that is drawn in time is in the first message, below the text', async () => {
    const stage = await stageWith()
    const shown = await ask(stage)
    expect(textOf(shown)).toContain('9 of 12 right')
    expect(shown.attachments).toMatchObject([{ filename: 'bars-1.png', description: alt, data: bytes }])
    expect(galleryOf(shown)).toMatchObject([{ items: [{ media: { url: 'attachment://bars-1.png' }, description: alt }] }])
    expect(shown.onlyFor).toBe(stage.ada)
    expect(stage.discord.violations).toEqual([])
  })

  it('that takes longer is added to the text, which is there before', async () => {
    const { draw, finish } = slowly()
    const stage = await stageWith(draw)
    const shown = await ask(stage)
    expect(textOf(shown)).toContain('9 of 12 right')
    expect(galleryOf(shown)).toEqual([])
    finish(bytes)
    await until(() => galleryOf(shown).length === 1 || undefined, 'the picture')
    expect(shown.attachments).toMatchObject([{ filename: 'bars-1.png', description: alt, data: bytes }])
    expect(stage.discord.violations).toEqual([])
  })

  it('that comes late does not replace the screen that somebody has gone on to', async () => {
    const { draw, finish } = slowly()
    const stage = await stageWith(draw)
    const shown = await ask(stage)
    stage.bot.answer = () => [say('Something else', true)]
    await stage.discord.people.seen(stage.discord.people.press(stage.ada, shown, 'My topics'))
    finish(bytes)
    await stage.platform.stop()
    expect(textOf(shown)).toContain('Something else')
    expect(galleryOf(shown)).toEqual([])
  })

  it('goes with its screen when another one takes its place', async () => {
    const stage = await stageWith()
    const shown = await ask(stage)
    stage.bot.answer = () => [say('Something else', true)]
    await stage.discord.people.seen(stage.discord.people.press(stage.ada, shown, 'My topics'))
    await until(() => textOf(shown).includes('Something else') || undefined, 'the next screen')
    expect(shown.attachments).toEqual([])
    expect(stage.discord.violations).toEqual([])
  })

  it('replaces the one of the screen before', async () => {
    const stage = await stageWith()
    const shown = await ask(stage)
    const [before] = shown.attachments ?? []
    await stage.discord.people.seen(stage.discord.people.press(stage.ada, shown, 'My topics'))
    await until(() => shown.edits > 0 || undefined, 'the same screen again')
    expect(shown.attachments?.length).toBe(1)
    expect(shown.attachments?.[0]?.id).not.toBe(before?.id)
  })

  it('that cannot be drawn leaves the text', async () => {
    const stage = await stageWith(async () => undefined)
    const shown = await ask(stage)
    expect(textOf(shown)).toContain('9 of 12 right')
    expect(shown.attachments ?? []).toEqual([])
    expect(galleryOf(shown)).toEqual([])
  })

  it('that Discord does not take is a line in the log, and the text stands', async () => {
    const { draw, finish } = slowly()
    const stage = await stageWith(draw)
    const shown = await ask(stage)
    stage.discord.faults.plan('PATCH', /@original/u, refused(403, 50013, 'Missing Permissions'))
    finish(bytes)
    await until(() => stage.log.some(({ message }) => message === 'could not add a picture to a reply; the text stands without it') || undefined, 'the line')
    expect(textOf(shown)).toContain('9 of 12 right')
  })

  it('that Discord refuses in the first message is left out of it', async () => {
    const stage = await stageWith()
    stage.discord.faults.plan('POST', /callback/u, refused(403, 50013, 'Missing Permissions'))
    const shown = await ask(stage)
    expect(textOf(shown)).toContain('9 of 12 right')
    expect(shown.attachments ?? []).toEqual([])
    expect(stage.log.map(({ message }) => message)).toContain('could not send a reply with its picture; sending the text alone')
  })

  it('keeps no other reply waiting', async () => {
    const { draw, finish } = slowly()
    const stage = await stageWith(draw)
    stage.bot.answer = () => [{ to: 'asker', screen: withPicture, update: true }, say('And one more thing')]
    const exchange = stage.discord.people.command(stage.ada, stage.channel, '/study me')
    await until(() => exchange.followUps.some((message) => textOf(message).includes('And one more thing')) || undefined, 'the second reply')
    expect(galleryOf(await stage.discord.people.seen(exchange))).toEqual([])
    finish(undefined)
  })

  it('comes in direct messages with the bot as well', async ({ skip }) => {
    skip(mode.overHttp, 'nobody tells the bot over HTTP what people write to it')
    const stage = await stageWith()
    const direct = stage.discord.world.directChannel(stage.ada)
    stage.discord.people.say(stage.ada, direct, 'tip')
    const answer = await until(() => stage.discord.world.messagesIn(direct).find((message) => galleryOf(message).length === 1), 'the picture')
    expect(textOf(answer)).toContain('9 of 12 right')
    expect(answer.attachments).toMatchObject([{ filename: 'bars-1.png', description: alt, data: bytes }])
    expect(stage.discord.violations).toEqual([])
  })
})

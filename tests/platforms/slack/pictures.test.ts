// Pictures over the wire to Slack: the text at once, then the file in the direct messages, with its alternative text.
import { describe, expect, it } from 'vitest'
import { createWebClients } from '../../../src/platforms/slack/connection/web-clients.ts'
import { createPictureSender } from '../../../src/platforms/slack/outgoing/pictures.ts'
import type { SlackConfig } from '../../../src/platforms/slack/platform.ts'
import { notice } from '../../../src/screens/notice.ts'
import { topicBars } from '../../../src/screens/pictures/blocks.ts'
import type { Screen } from '../../../src/screens/screen.ts'
import { until } from '../../fakes/until.ts'
import { startedStage, whispered, type Stage } from './stage.ts'

const plain = notice('Your topics', [['Patching: 75%, 9 of 12 right']])
const withPicture: Screen = { ...plain, blocks: [...plain.blocks, topicBars([{ label: 'Patching', right: 9, of: 12 }])] }

const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00, 0xfe])

async function stageWith(drawPicture: SlackConfig['drawPicture'] = async () => bytes): Promise<Stage> {
  const stage = await startedStage(drawPicture === undefined ? {} : { drawPicture })
  stage.bot.answer = () => [{ to: 'asker', screen: withPicture, update: false }]
  return stage
}

const filesOf = ({ slack }: Stage, user: string) => slack.messages(`D${user}`).flatMap(({ files = [] }) => files)
const callsOf = ({ slack }: Stage, method: string) => slack.world.calls.filter((call) => call.method === method)
const warnings = ({ log }: Stage) => log.filter(({ level }) => level === 'warn').map(({ message }) => message)

describe('a picture', () => {
  it('comes after the text, to the person alone, byte for byte, with its alternative text', async () => {
    const stage = await stageWith()
    await stage.slack.command('U0ADA', 'C0STUDY', 'me')
    await whispered(stage.slack, 'U0ADA', '9 of 12 right')
    const [file] = await until(() => (filesOf(stage, 'U0ADA').length > 0 ? filesOf(stage, 'U0ADA') : undefined), 'the file')
    expect(file).toMatchObject({ name: 'bars.png', title: 'Right answers by topic', alt: 'Right answers by topic. Patching: 75%, 9 of 12 right.', sent: bytes })
    expect(stage.slack.messages('C0STUDY')).toEqual([])
    expect(stage.slack.world.refusals).toEqual([])
  })

  it('does not come again at once, but later', async () => {
    const clock = { now: Date.parse('2026-03-02T12:00Z') }
    const stage = await stageWith()
    const quiet = () => undefined
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
    const send = createPictureSender({ ...createWebClients({ botToken: stage.slack.world.botToken, apiUrl: stage.slack.apiUrl, log }), drawPicture: async () => bytes, now: () => clock.now, log })
    const sent: number[] = []
    for (const minutes of [0, 1, 11]) {
      clock.now += minutes * 60_000
      await send(withPicture, 'U0ADA')
      sent.push(filesOf(stage, 'U0ADA').length)
    }
    await send(withPicture, 'U0BOB')
    expect([...sent, filesOf(stage, 'U0BOB').length]).toEqual([1, 1, 2, 1])
  })

  it('that cannot be drawn leaves the text, and asks Slack for nothing', async () => {
    const stage = await stageWith(async () => undefined)
    await stage.slack.command('U0ADA', 'C0STUDY', 'me')
    await whispered(stage.slack, 'U0ADA', '9 of 12 right')
    await stage.platform.stop()
    expect(callsOf(stage, 'files.getUploadURLExternal')).toEqual([])
  })

  it('that Slack does not take is a line in the log, and the text stands', async () => {
    const stage = await stageWith()
    stage.slack.world.faults.push({ method: 'files.completeUploadExternal', fault: { kind: 'status', status: 500, stored: false }, channel: null, left: 1 })
    await stage.slack.command('U0ADA', 'C0STUDY', 'me')
    await whispered(stage.slack, 'U0ADA', '9 of 12 right')
    await until(() => warnings(stage).length > 0 || undefined, 'the line')
    expect(warnings(stage)).toEqual(['could not send a picture; the text stands without it'])
    expect(stage.slack.whispers('U0ADA').length).toBe(1)
  })
})

describe('a workspace with an older manifest', () => {
  it('gets the text, and the log one line however often somebody asks', async () => {
    const stage = await stageWith()
    stage.slack.world.scopes.delete('files:write')
    for (const user of ['U0ADA', 'U0BOB', 'U0ADA']) {
      await stage.slack.command(user, 'C0STUDY', 'me')
      await whispered(stage.slack, user, '9 of 12 right')
    }
    await until(() => (stage.slack.whispers('U0ADA').length === 2 && warnings(stage).length > 0) || undefined, 'three texts and a line')
    await stage.platform.stop()
    expect(warnings(stage).length).toBe(1)
    expect(warnings(stage)[0]).toContain('files:write')
    expect(filesOf(stage, 'U0ADA')).toEqual([])
  })
})

// “Show as a picture” pressed twice within seconds sent the picture twice.
import { expect, it } from 'vitest'
import { createWebClients } from '../../src/platforms/slack/connection/web-clients.ts'
import { createPictureSender } from '../../src/platforms/slack/outgoing/pictures.ts'
import { runControl } from '../../src/screens/control.ts'
import { notice } from '../../src/screens/notice.ts'
import { topicBars } from '../../src/screens/pictures/blocks.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openDesk } from '../journeys/terminal-desk.ts'
import { startedStage } from '../platforms/slack/stage.ts'

const button = { label: 'Show as a picture', control: runControl.text({ line: 'me' }), primary: false }
const plain = notice('Your topics', [['Patching: 75%, 9 of 12 right']], [button])
const withPicture: Screen = { ...plain, blocks: [...plain.blocks, topicBars([{ label: 'Patching', right: 9, of: 12 }])] }
const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00, 0xfe])

it('on Slack, also while the first one is still being drawn and sent', async () => {
  const { slack } = await startedStage({})
  const quiet = () => undefined
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  const { promise: drawn, resolve } = Promise.withResolvers<Uint8Array | undefined>()
  const send = createPictureSender({ ...createWebClients({ botToken: slack.world.botToken, apiUrl: slack.apiUrl, log }), drawPicture: () => drawn, now: () => 0, log })
  const both = [send(withPicture, 'U0ADA'), send(withPicture, 'U0ADA')]
  resolve(bytes)
  await Promise.all(both)
  expect(slack.messages('DU0ADA').flatMap(({ files = [] }) => files)).toHaveLength(1)
})

it('on Slack, a picture that could not be sent is sent at the next press', async () => {
  const { slack } = await startedStage({})
  const quiet = () => undefined
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  const send = createPictureSender({ ...createWebClients({ botToken: slack.world.botToken, apiUrl: slack.apiUrl, log }), drawPicture: async () => bytes, now: () => 0, log })
  slack.world.faults.push({ method: 'files.completeUploadExternal', fault: { kind: 'status', status: 500, stored: false }, channel: null, left: 1 })
  await send(withPicture, 'U0ADA')
  await send(withPicture, 'U0ADA')
  expect(slack.messages('DU0ADA').flatMap(({ files = [] }) => files)).toHaveLength(1)
})

// On Discord, a press edits the message and replaces its files: see tests/platforms/discord/pictures.test.ts.

it('in the terminal', async () => {
  const desk = await openDesk('2026-03-02T08:00Z')
  await desk.type('diagram house')
  const first = await desk.type('diagram house')
  const boxes = (shown: string) => shown.split('┌').length - 1
  expect(boxes(first)).toBe(0)
  expect(first).toContain('The house and the apartment')
  expect(boxes(await desk.type('diagram alarms'))).toBeGreaterThan(0)
  expect(boxes(await desk.type('diagram house'))).toBeGreaterThan(0)
})

// A diagram over the wire: real worker, real library, real course; from the command to the file that a person sees.
import { expect, test } from 'vitest'
import { createPictures } from '../../src/pictures/pictures.ts'
import { onTestFinished } from 'vitest'
import { textOf } from '../fakes/discord/people.ts'
import { allComponents } from '../fakes/discord/world.ts'
import { until } from '../fakes/until.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const noon = '2026-03-02T12:00Z'
const shipped = 'data/aws-shared-responsibility'
const quiet = () => undefined

function pictures() {
  const made = createPictures({ debug: quiet, info: quiet, warn: quiet, error: quiet })
  onTestFinished(made.close)
  return made.draw
}

const isPng = (data: Uint8Array | undefined) => data !== undefined && Buffer.from(data).subarray(1, 4).toString() === 'PNG' && data.byteLength > 10_000

test('on Slack the words come in the channel, and the picture as a direct message', async () => {
  const town = await openSlack(noon, false, shipped, undefined, pictures())
  const ada = town.person('Ada')
  expect(await town.type(ada, 'diagram joint areas')).toContain('Customers patch what they run')
  const file = await until(() => town.slack.messages(`D${ada}`).flatMap(({ files = [] }) => files)[0], 'the picture')
  expect(file).toMatchObject({ title: 'The three joint areas', alt: town.course.byId.diagrams.get('joint-areas')?.alt })
  expect(isPng(file.sent)).toBe(true)
  expect(town.slack.world.refusals).toEqual([])
  expect(town.faults).toEqual([])
})

test('on Discord both are one message, and the next diagram takes its place', async () => {
  const town = await openDiscord(noon, { courseFolder: shipped, drawPicture: pictures() })
  const shown = await town.type(town.ada, '/study diagram', { name: 'layers' })
  expect(textOf(shown)).toContain('Operating system, network and firewall setup')
  await until(() => allComponents(shown.components).some(({ type }) => type === 12) || undefined, 'the picture')
  expect(isPng(shown.attachments?.[0]?.data)).toBe(true)
  expect(shown.attachments?.[0]?.description).toBe(town.course.byId.diagrams.get('layers')?.alt)
  await town.press(town.ada, shown, 'Next diagram')
  await until(() => (textOf(shown).includes('The apartment building') && shown.attachments?.[0]?.filename === 'areas-1.png') || undefined, 'the next picture')
  expect(shown.attachments?.length).toBe(1)
  expect(town.discord.violations).toEqual([])
})

test('in the terminal it is drawn with characters', async () => {
  const desk = await openDesk(noon, shipped)
  const printed = await desk.type('diagram collaboration')
  expect(printed).toContain('• Patch management')
  expect(printed).toContain('│ Patch management')
  expect(printed).toContain('│ A complete security posture')
})

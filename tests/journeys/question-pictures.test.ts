// A question with a picture over the wire: posted, answered, closed, practiced; and where the picture can't be sent, its words.
import { expect, onTestFinished, test } from 'vitest'
import { createPictures } from '../../src/pictures/pictures.ts'
import { alt, courseFolder, withPictures } from '../course/course-folder.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { allComponents } from '../fakes/discord/world.ts'
import { pngOf } from '../fakes/png-of.ts'
import { raw, string } from '../fakes/slack/raw.ts'
import type { Message } from '../fakes/slack/world.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const early = '2026-03-02T06:00Z'
const png = pngOf(320, 200)
const inWords = `Picture: ${alt}`

function pictures() {
  const quiet = () => undefined
  const made = createPictures({ debug: quiet, info: quiet, warn: quiet, error: quiet })
  onTestFinished(made.close)
  return made.draw
}

const filesIn = ({ blocks }: Pick<Message, 'blocks'>) => blocks.filter(({ type }) => type === 'image').map((block) => ({ file: string(raw(block['slack_file'])['id']), alt: block['alt_text'] }))

test('on Slack one upload serves the post, what one person sees, and the post that is closed', async () => {
  const town = await openSlack(early, false, courseFolder(withPictures(png)), undefined, pictures())
  const [ada, bob] = [town.person('Ada'), town.person('Bob')]
  await town.type(ada, 'setup 09:00 UTC mon-fri')
  await town.wait('2026-03-02T09:00Z')
  const [shown] = filesIn(town.post())
  expect(shown).toEqual({ file: expect.any(String), alt })
  expect(Buffer.from(town.slack.world.uploads.get(shown?.file ?? '')?.sent ?? [])).toEqual(png)
  expect(textOf(town.post())).not.toContain(inWords)

  const alone = await town.shown(bob, () => town.slack.command(bob, town.channel, 'today'))
  expect(filesIn(alone)).toEqual([shown])
  const practiced = await town.shown(bob, () => town.slack.command(bob, town.channel, 'practice 3'))
  expect(filesIn(practiced)).toEqual([shown])
  await town.answer(bob, town.post(), true)
  await town.wait('2026-03-03T08:59Z')
  expect(textOf(town.posts()[0] ?? town.post())).toContain('The answer')
  expect(filesIn(town.posts()[0] ?? town.post())).toEqual([shown])
  expect(town.slack.world.uploads.size).toBe(1)
  expect(town.slack.world.refusals).toEqual([])
  expect(town.faults).toEqual([])
})

test('on Slack its words stand for it where it cannot be uploaded, or is gone', async () => {
  const town = await openSlack(early, false, courseFolder(withPictures(png)), undefined, pictures())
  const ada = town.person('Ada')
  town.slack.world.scopes.delete('files:write')
  await town.type(ada, 'setup 09:00 UTC mon-fri')
  await town.wait('2026-03-02T09:00Z')
  expect(textOf(town.post())).toContain(inWords)
  expect(filesIn(town.post())).toEqual([])

  town.slack.world.scopes.add('files:write')
  town.moveClock('2026-03-02T09:30Z')
  expect(filesIn(await town.shown(ada, () => town.slack.command(ada, town.channel, 'today')))).toHaveLength(1)
  town.slack.world.uploads.clear()
  expect(await town.type(ada, 'today')).toContain(inWords)
  // Uploaded again by then, or in words still.
  await town.wait('2026-03-03T08:59Z')
  expect(textOf(town.post())).toContain(alt)
  expect(town.faults).toEqual([])
})

test('on Discord it comes with the post, and stays when the post is closed', async () => {
  const town = await openDiscord(early, { courseFolder: courseFolder(withPictures(png)), drawPicture: pictures() })
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'mon-fri' })
  await town.wait('2026-03-02T09:00Z')
  const attached = (message: ReturnType<typeof town.post>) => message.attachments?.map(({ filename, description, data }) => ({ filename, description, same: Buffer.from(data ?? []).equals(png) }))
  const whole = [{ filename: 'picture-1.png', description: alt, same: true }]
  expect(attached(town.post())).toEqual(whole)
  expect(allComponents(town.post().components).some(({ type }) => type === 12)).toBe(true)
  expect(attached(await town.type(town.ada, '/study practice'))).toEqual(whole)
  const post = town.post()
  await town.answer(town.ada)
  await town.wait('2026-03-03T08:59Z')
  expect(discordText(post)).toContain('The answer')
  expect(attached(post)).toEqual(whole)
  expect(town.discord.violations).toEqual([])
  expect(town.faults).toEqual([])
})

test('in the terminal, and on a Discord without pictures, its words stand below the question', async () => {
  const folder = courseFolder(withPictures(png))
  const desk = await openDesk(early, folder)
  expect((await desk.type('practice')).replaceAll(/\s+/gu, ' ')).toContain(inWords)
  const town = await openDiscord(early, { courseFolder: folder })
  expect(discordText(await town.type(town.ada, '/study practice'))).toContain(alt)
})

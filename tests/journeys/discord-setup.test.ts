// Setting up a daily question on Discord, over the wire: modals, the introduction, and what goes wrong with either.
import { expect, test } from 'vitest'
import { inputsOf, labels, textOf } from '../fakes/discord/people.ts'
import { everyoneMay, permission } from '../fakes/discord/world.ts'
import { openTown } from './discord-town.ts'

const options = { time: '09:00', zone: 'Europe/Berlin', days: 'mon-fri' }
const town = () => openTown('2026-11-23T07:30:00Z')

test('from the modal to the first question', async () => {
  const { discord, ada, channel, person, messages, posts, press, faults } = await town()
  const { people } = discord
  const bob = person('bob')
  const form = await people.form(people.command(ada, channel, '/study-admin setup'))
  expect(Object.keys(inputsOf(form))).toEqual(['time', 'zone', 'days'])

  const wrong = await people.seen(people.submit(ada, channel, form, { time: '9am', zone: 'Berlim' }))
  expect(textOf(wrong)).toContain('Did you mean Europe/Berlin?')
  const again = await people.form(people.press(ada, wrong, 'Try again'))
  expect(inputsOf(again)['time']).toMatchObject({ value: '9am' })
  const saved = await people.seen(people.submit(ada, channel, again, { zone: 'Europe/Berlin' }))
  expect(textOf(saved)).toMatch(/The daily question is set up[\s\S]*I posted an introduction in the channel/u)

  const more = await people.form(people.press(ada, saved, 'More settings'))
  const changed = await people.seen(people.submit(ada, channel, more, { open: ['8h'] }))
  expect(textOf(changed)).toMatch(/Settings saved[\s\S]*8 hours/u)

  const [introduction] = messages()
  if (introduction === undefined) throw new Error('no introduction')
  expect(textOf(introduction)).toContain(`<@${ada.id}> set up a daily question here`)
  expect(textOf(await press(bob, introduction, 'Post the first question now'))).toContain('Only managers can do that')
  expect(textOf(await press(ada, introduction, 'Post the first question now'))).toContain('The question is open until')
  expect([messages().length, posts().length, labels(introduction)]).toEqual([2, 1, []])
  expect([faults, discord.violations]).toEqual([[], []])
})

test('settings alone shows them, with buttons for both modals', async () => {
  const { discord, ada, type } = await town()
  await type(ada, '/study-admin setup', options)
  const shown = await type(ada, '/study-admin settings')
  expect([textOf(shown), labels(shown)]).toEqual([expect.stringContaining('Settings for this channel'), ['Time and days', 'More settings', 'Result & ping']])
  expect(Object.keys(inputsOf(await discord.people.form(discord.people.press(ada, shown, 'Time and days'))))).toEqual(['time', 'zone', 'days'])
  expect(Object.keys(inputsOf(await discord.people.form(discord.people.press(ada, shown, 'More settings'))))).toContain('topics')
  expect(discord.violations).toEqual([])
})

test('a channel in which the bot may not write: the asker hears it at once, and sets up again', async () => {
  const { discord, ada, channel, type, messages } = await town()
  discord.allow(channel, everyoneMay & ~permission.sendMessages)
  expect(textOf(await type(ada, '/study-admin setup', options))).toMatch(/can’t post in the channel yet[\s\S]*isn’t allowed to write[\s\S]*Your settings are saved/u)
  expect(messages()).toHaveLength(0)
  discord.allow(channel, everyoneMay)
  expect(textOf(await type(ada, '/study-admin setup', options))).toContain('I posted an introduction')
  expect(messages()).toHaveLength(1)
})

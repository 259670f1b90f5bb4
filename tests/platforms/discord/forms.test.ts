// The form for setup and settings as Discord's modal, over the wire.
import { describe, expect, test } from 'vitest'
import { notice } from '../../../src/screens/notice.ts'
import type { Reply, Request } from '../../../src/screens/request.ts'
import { inputsOf, labels, textOf } from '../../fakes/discord/people.ts'
import { until } from '../../fakes/until.ts'
import { formReply } from '../sample-form.ts'
import { say } from '../told-bot.ts'
import { openStage, type Stage } from './stage.ts'

const values = { time: '08:30', zone: 'America/New_York', days: 'mon,wed', open: '90min', topics: [], feedback: 'at-close', rollover: '5' }
const how = notice('How to type it', [['Type it all on one line.']])

async function started(part: 'basic' | 'more' | 'all', filled: (request: Request) => readonly Reply[] = () => [say('Saved')]): Promise<Stage> {
  const stage = await openStage()
  await stage.start()
  stage.bot.answer = (request) => (request.kind === 'form' ? filled(request) : [formReply(values, stage.place, how, { part, openMinutes: 90 })])
  return stage
}

const wrong = (request: Request): readonly Reply[] => [
  { to: 'form-errors', errors: { zone: 'No such zone.' }, screen: notice('Check these settings', [['No such zone.']]), again: 'v1:set-up', typed: request.kind === 'form' ? request.values : {} },
]

describe('the form', () => {
  test('opens as a modal that is filled with what holds now', async () => {
    const { discord, ada, channel } = await started('basic')
    const form = await discord.people.form(discord.people.command(ada, channel, '/study-admin setup'))
    const inputs = inputsOf(form)
    expect(Object.keys(inputs)).toEqual(['time', 'zone', 'days'])
    expect(inputs['time']).toMatchObject({ type: 4, value: '08:30' })
    expect(inputs['zone']).toMatchObject({ type: 4, value: 'America/New_York' })
    expect(JSON.stringify(inputs['days'])).toContain('{"label":"Monday","value":"mon","default":true},{"label":"Tuesday","value":"tue"}')
    expect(discord.violations).toEqual([])
  })

  test('brings what is filled in back as text, and the answer is for the asker alone', async () => {
    const { discord, ada, channel, requests, place } = await started('basic')
    const form = await discord.people.form(discord.people.command(ada, channel, '/study-admin setup'))
    const answer = await discord.people.seen(discord.people.submit(ada, channel, form, { time: '9am', days: ['mon', 'fri'] }))
    expect(requests.at(-1)).toMatchObject({ kind: 'form', command: 'setup', place, values: { time: '9am', zone: 'America/New_York', days: 'mon,fri' } })
    expect([textOf(answer), answer.onlyFor]).toEqual([expect.stringContaining('Saved'), ada])
    expect(discord.violations).toEqual([])
  })

  test('says privately what is wrong, and opens again with what was typed', async () => {
    const stage = await started('basic', wrong)
    const { discord, ada, bob, channel } = stage
    const form = await discord.people.form(discord.people.command(ada, channel, '/study-admin setup'))
    const answer = await discord.people.seen(discord.people.submit(ada, channel, form, { zone: 'Moonbase', days: ['sun'] }))
    expect([textOf(answer), labels(answer), answer.onlyFor]).toEqual([expect.stringContaining('No such zone.'), ['Try again'], ada])
    const again = await discord.people.form(discord.people.press(ada, answer, 'Try again'))
    expect(inputsOf(again)['zone']).toMatchObject({ value: 'Moonbase' })
    expect(JSON.stringify(inputsOf(again)['days'])).toContain('{"label":"Sunday","value":"sun","default":true}')
    // Nobody else meets these words, and once it is saved nobody does.
    discord.people.allowCommands(bob)
    expect(inputsOf(await discord.people.form(discord.people.command(bob, channel, '/study-admin setup')))['zone']).toMatchObject({ value: 'America/New_York' })
    stage.bot.answer = (request) => (request.kind === 'form' ? [say('Saved')] : [formReply(values, stage.place, how, { part: 'basic' })])
    await discord.people.seen(discord.people.submit(ada, channel, again))
    expect(inputsOf(await discord.people.form(discord.people.command(ada, channel, '/study-admin setup')))['zone']).toMatchObject({ value: 'America/New_York' })
    expect(discord.violations).toEqual([])
  })

  test('with the other settings has menus in words, and keeps an unusual length of time', async () => {
    const { discord, ada, channel } = await started('more')
    const inputs = inputsOf(await discord.people.form(discord.people.command(ada, channel, '/study-admin setup')))
    expect(inputs['open']).toMatchObject({ type: 3, options: [
      { label: 'Until an hour before the next question', value: 'auto' }, { label: '4 hours' }, { label: '8 hours' }, { label: '24 hours' }, { label: '90 minutes', value: '90min', default: true },
    ] })
    expect(inputs['feedback']).toMatchObject({ options: [{ label: 'Right away, privately' }, { label: 'When the question closes', default: true }] })
    expect(discord.violations).toEqual([])
  })

  test('that is too large for a modal shows the settings, and buttons that open its parts', async () => {
    const { discord, ada, channel } = await started('all')
    const answer = await discord.people.seen(discord.people.command(ada, channel, '/study-admin settings'))
    expect([textOf(answer), labels(answer)]).toEqual([expect.stringContaining('Type it all on one line.'), ['Open the form']])
    expect(Object.keys(inputsOf(await discord.people.form(discord.people.press(ada, answer, 'Open the form'))))).toHaveLength(5)
    expect(discord.violations).toEqual([])
  })

  test('that came too late for a modal is a button that opens it', async () => {
    const stage = await openStage({ timing: { defer: 1 } })
    await stage.start()
    const { discord, ada, channel, bot, place } = stage
    const answer = Promise.withResolvers<readonly Reply[]>()
    bot.answer = () => answer.promise
    const asked = discord.people.command(ada, channel, '/study-admin setup')
    await until(() => asked.acknowledged === 5, 'the deferral')
    answer.resolve([formReply(values, place, how, { part: 'basic' })])
    const shown = await discord.people.seen(asked)
    expect(labels(shown)).toEqual(['Open the form'])
    expect(discord.violations).toEqual([])
  })

  test('of another version is answered privately', async () => {
    const { discord, ada, channel, requests } = await started('basic')
    const form = await discord.people.form(discord.people.command(ada, channel, '/study-admin setup'))
    const answer = await discord.people.seen(discord.people.submit(ada, channel, { ...form, custom_id: 'v0:setup' }))
    expect(requests.at(-1)).toMatchObject({ kind: 'form', command: '', values: {} })
    expect(answer.onlyFor).toBe(ada)
  })
})

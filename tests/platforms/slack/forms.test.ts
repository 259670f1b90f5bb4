// The form for setup and settings, and the App Home: Slack's own surfaces, over the wire.
import { describe, expect, test } from 'vitest'
import type { FormStart } from '../../../src/screens/form.ts'
import type { Reply, Request } from '../../../src/screens/request.ts'
import { notice } from '../../../src/screens/notice.ts'
import { samples } from '../../samples.ts'
import { onHome, onModal, type FakeSlack } from '../../fakes/slack/fake-slack.ts'
import { list, raw, string } from '../../fakes/slack/raw.ts'
import { until } from '../../fakes/until.ts'
import type { View } from '../../fakes/slack/world.ts'
import { startedStage, whispered, type Stage } from './stage.ts'
import { say } from '../told-bot.ts'
import { visibleText } from './visible.ts'
import { formReply } from '../sample-form.ts'

const topics = [{ value: 'iam', label: 'IAM: users and roles' }, { value: 's3-access', label: 'S3: public buckets' }]
const values: FormStart = { time: '08:30', zone: 'America/New_York', days: 'mon,wed', open: '90min', topics, feedback: 'at-close', rollover: '5' }
const form = (place: string | null): Reply => formReply(values, place, notice('How to type it', [['Type it all on one line.']]), { openMinutes: 90 })
const wordsOn = (view: View) => visibleText(list(view.view['blocks']))
const modalOf = (slack: FakeSlack, user = 'U0ADA') => until(() => slack.modal(user), 'the modal')

/** The bot asks with a form, and answers what is filled in. */
function asksWithForm({ bot, place }: Stage, filled: (request: Request) => readonly Reply[], inPlace: string | null = place): void {
  bot.answer = (request) => (request.kind === 'form' ? filled(request) : [form(inPlace)])
}

describe('the form', () => {
  test('opens as a modal that is filled with what holds now', async () => {
    const stage = await startedStage()
    asksWithForm(stage, () => [])
    await stage.slack.command('U0ADA', 'C0STUDY', 'setup')
    const { view } = await modalOf(stage.slack)
    const elements = Object.fromEntries(list(view['blocks']).map((block) => [string(raw(block)['block_id']), raw(raw(block)['element'])]))
    expect(Object.keys(elements)).toEqual(['time', 'zone', 'days', 'open', 'topics', 'feedback', 'rollover', 'holidays', 'recap', 'weekly', 'thread', 'mention'])
    expect(elements['time']).toMatchObject({ type: 'timepicker', initial_time: '08:30' })
    expect(elements['zone']).toMatchObject({ type: 'external_select', initial_option: { value: 'America/New_York' } })
    expect(list(elements['days']?.['initial_options']).map((option) => raw(option)['value'])).toEqual(['mon', 'wed'])
    expect(elements['open']).toMatchObject({ type: 'static_select', initial_option: { value: '90min', text: { text: '90 minutes' } } })
    expect(list(elements['topics']?.['initial_options'])).toMatchObject([
      { value: 'iam', text: { text: 'IAM: users and roles' } },
      { value: 's3-access', text: { text: 'S3: public buckets' } },
    ])
    expect(elements['feedback']).toMatchObject({ initial_option: { value: 'at-close' } })
    expect(elements['rollover']).toMatchObject({ initial_option: { value: '5' } })
  })

  test('brings what is filled in back as text, for the channel that it was asked for in', async () => {
    const stage = await startedStage()
    asksWithForm(stage, () => [say('It is set up')])
    await stage.slack.command('U0ADA', 'C0STUDY', 'setup')
    const view = await modalOf(stage.slack)
    await stage.slack.submit('U0ADA', view, { time: '10:00', zone: 'Europe/Berlin', days: ['mon', 'fri'], topics: [], open: 'auto' })
    expect(stage.requests.at(-1)).toMatchObject({
      kind: 'form',
      command: 'setup',
      place: stage.place,
      values: { time: '10:00', zone: 'Europe/Berlin', days: 'mon,fri', open: 'auto', topics: '', feedback: 'at-close', rollover: '5' },
    })
    expect(wordsOn(view)).toContain('It is set up')
  })

  test('shows what is wrong under the field, and stays open', async () => {
    const stage = await startedStage()
    asksWithForm(stage, () => [{ to: 'form-errors', errors: { zone: 'No such zone.', elsewhere: 'And this.' }, screen: notice('Wrong', []), again: 'v1:set-up', typed: {} }])
    await stage.slack.command('U0ADA', 'C0STUDY', 'setup')
    const view = await modalOf(stage.slack)
    const { ack } = await stage.slack.submit('U0ADA', view, {})
    expect(ack.body).toEqual({ response_action: 'errors', errors: { zone: 'No such zone.', time: 'And this.' } })
    expect(view.open).toBe(true)
    expect(stage.slack.world.refusals).toEqual([])
  })

  test('delivered again gets the same answer', async () => {
    const stage = await startedStage()
    asksWithForm(stage, () => [{ to: 'form-errors', errors: { zone: 'No such zone.' }, screen: notice('Wrong', []), again: 'v1:set-up', typed: {} }])
    await stage.slack.command('U0ADA', 'C0STUDY', 'setup')
    const first = await stage.slack.submit('U0ADA', await modalOf(stage.slack), {})
    const second = await stage.slack.again(first)
    expect(second.ack.body).toEqual(first.ack.body)
    expect(stage.requests.filter(({ kind }) => kind === 'form')).toHaveLength(1)
  })

  test('that takes too long to save closes, and the answer comes into the channel', async () => {
    const stage = await startedStage()
    const answer = Promise.withResolvers<readonly Reply[]>()
    stage.bot.answer = (request) => (request.kind === 'form' ? answer.promise : [form(stage.place)])
    await stage.slack.command('U0ADA', 'C0STUDY', 'setup')
    const view = await modalOf(stage.slack)
    expect((await stage.slack.submit('U0ADA', view, {})).ack).toMatchObject({ inTime: true, body: {} })
    expect(view.open).toBe(false)
    answer.resolve([say('Saved in the end')])
    await whispered(stage.slack, 'U0ADA', 'Saved in the end')
  })

  test('that cannot be opened becomes words in the chat', async () => {
    const stage = await startedStage()
    asksWithForm(stage, () => [])
    stage.slack.fail('views.open', { kind: 'error', error: 'expired_trigger_id' })
    await stage.slack.command('U0ADA', 'C0STUDY', 'setup')
    await whispered(stage.slack, 'U0ADA', 'Type it all on one line.')
    expect(stage.slack.modal('U0ADA')).toBeUndefined()
  })

  test('of another version is a form that nobody knows', async () => {
    const stage = await startedStage()
    asksWithForm(stage, () => [])
    await stage.slack.command('U0ADA', 'C0STUDY', 'setup')
    const view = await modalOf(stage.slack)
    view.view = { ...view.view, callback_id: 'v0:setup' }
    stage.bot.answer = () => [say('No longer active')]
    const { ack } = await stage.slack.submit('U0ADA', view, {})
    expect(ack.inTime).toBe(true)
    expect(stage.requests.at(-1)).toMatchObject({ kind: 'form', command: '', values: {} })
    expect(wordsOn(view)).toContain('No longer active')
    expect(view.open).toBe(true)
  })

  test('offers zones and topics as they are typed', async () => {
    const stage = await startedStage()
    asksWithForm(stage, () => [])
    stage.bot.suggestions = [{ value: 'Europe/Berlin', label: 'Europe/Berlin' }, { value: 'long', label: 'x'.repeat(200) }, { value: 'y'.repeat(200), label: 'Long' }]
    await stage.slack.command('U0ADA', 'C0STUDY', 'setup')
    const view = await modalOf(stage.slack)
    const offered = await stage.slack.suggest('U0ADA', view, 'zone', 'ber')
    expect(offered.map((option) => [raw(option['text'])['text'], string(option['value']).length])).toEqual([
      ['Europe/Berlin', 13],
      [`${'x'.repeat(74)}…`, 4],
      ['Long', 150],
    ])
  })

  test('errors of a typed line are words in the chat', async () => {
    const { slack, bot } = await startedStage()
    bot.answer = () => [{ to: 'form-errors', errors: { time: 'No.' }, screen: notice('These settings do not work yet', [['No such time.']]), again: 'v1:set-up', typed: {} }]
    await slack.command('U0ADA', 'C0STUDY', 'setup 25:00')
    await whispered(slack, 'U0ADA', 'No such time.')
    expect(slack.modal('U0ADA')).toBeUndefined()
  })
})

describe('the App Home', () => {
  const home = samples.get('home') ?? notice('no sample', [])
  const opened = async () => {
    const stage = await startedStage()
    stage.bot.answer = () => [{ to: 'asker', screen: home, update: false }]
    await stage.slack.openHome('U0ADA')
    const view = await until(() => stage.slack.home('U0ADA'), 'the page')
    return { ...stage, view }
  }

  test('shows the page of whoever opens it, in no place', async () => {
    const { requests, view } = await opened()
    expect(requests[0]).toMatchObject({ kind: 'home', place: null, asker: { name: 'Ada Lovelace' } })
    expect(wordsOn(view)).toContain('Streak')
  })

  test('is not published again as long as nothing has changed', async () => {
    const { slack, bot, requests } = await opened()
    await slack.openHome('U0ADA')
    await until(() => requests.length === 2, 'the second request')
    bot.answer = () => [say('Another page')]
    await slack.openHome('U0ADA')
    await until(() => wordsOn(slack.home('U0ADA') ?? ({} as View)).includes('Another page'), 'the new page')
    expect(slack.calls('views.publish')).toHaveLength(2)
  })

  test('answers a press in a modal, and shows the page as it is then', async () => {
    const { slack, bot, requests, view } = await opened()
    bot.answer = (request) => [say(request.kind === 'home' ? 'The page after' : 'The explanation')]
    await slack.press('U0ADA', onHome(view), 'Answer')
    expect(wordsOn(await modalOf(slack))).toContain('The explanation')
    await until(() => wordsOn(slack.home('U0ADA') ?? view).includes('The page after'), 'the page after')
    expect(requests.at(-2)).toMatchObject({ kind: 'press', place: null, control: 'v1:in:terminal~local~here:v1:run:today' })
  })

  test('answers in a direct message where no modal can be opened', async () => {
    const { slack, bot, view } = await opened()
    slack.fail('views.open', { kind: 'error', error: 'expired_trigger_id' })
    bot.answer = () => [say('The explanation')]
    await slack.press('U0ADA', onHome(view), 'Answer')
    await until(() => slack.messages('DU0ADA').length === 1, 'the direct message')
    expect(slack.modal('U0ADA')).toBeUndefined()
  })

  test('turns pages within the modal', async () => {
    const { slack, bot, view } = await opened()
    bot.answer = () => [{ to: 'asker', screen: samples.get('board') ?? home, update: true }]
    await slack.press('U0ADA', onHome(view), 'Answer')
    const modal = await modalOf(slack)
    bot.answer = () => [say('Page two', true)]
    await slack.press('U0ADA', onModal(modal), 'Next ›')
    await until(() => wordsOn(modal).includes('Page two'), 'the page to turn')
    expect(slack.calls('views.open')).toHaveLength(1)
  })

  test('asks for the channel where a form is opened from it', async () => {
    const stage = await opened()
    asksWithForm(stage, () => [say('Set up')], null)
    await stage.slack.press('U0ADA', onHome(stage.view), 'Set up a channel')
    const modal = await modalOf(stage.slack)
    await stage.slack.submit('U0ADA', modal, { channel: 'C0STUDY' })
    expect(stage.requests.find(({ kind }) => kind === 'form')).toMatchObject({ place: stage.place })
    expect(wordsOn(modal)).toContain('Set up')
  })
})

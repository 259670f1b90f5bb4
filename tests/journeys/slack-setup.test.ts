// Setting up a daily question on Slack, over the wire: the form, the introduction, and what goes wrong with either.
import { expect, test } from 'vitest'
import { onMessage, onModal, type FakeSlack } from '../fakes/slack/fake-slack.ts'
import { list, raw, string, type Raw } from '../fakes/slack/raw.ts'
import { until } from '../fakes/until.ts'
import type { View } from '../fakes/slack/world.ts'
import { openTown, questionsIn, textOf, textOn } from './slack-town.ts'

const setUp = 'setup 09:00 Europe/Berlin mon-fri'
const inputsOf = ({ view }: View): Readonly<Record<string, Raw>> =>
  Object.fromEntries(list(view['blocks']).map(raw).filter(({ type }) => type === 'input').map((block) => [string(block['block_id']), raw(block['element'])]))
const modalOf = (slack: FakeSlack, who: string) => until(() => slack.modal(who), 'the form')

async function town() {
  const opened = await openTown('2026-11-23T07:30:00Z')
  return { ...opened, ada: opened.person('Ada'), bob: opened.person('Bob') }
}

test('one introduction is posted, its button posts the first question, and the button goes away', async () => {
  const { slack, type, ada, bob, messages, posts, shown, wait, faults } = await town()
  expect(await type(ada, setUp)).toContain('I posted an introduction in the channel.')
  const [introduction] = messages()
  if (introduction === undefined) throw new Error('no introduction')
  expect(textOf(introduction)).toContain(`MENTION ${ada} set up a daily question here: Mon–Fri at 09:00`)
  const press = (who: string) => shown(who, () => slack.press(who, onMessage(introduction), 'v1:first'))
  expect(textOf(await press(bob))).toContain('Only managers can do that')
  expect(posts()).toHaveLength(0)
  expect(textOf(await press(ada))).toContain('The question is open until')
  expect(posts()).toHaveLength(1)
  expect(JSON.stringify(messages()[0]?.blocks)).not.toContain('v1:first')
  await wait('2026-11-23T08:00:00Z')
  expect([messages().length, posts().length]).toEqual([3, 2])
  expect([faults, slack.world.refusals]).toEqual([[], []])
})

test('a channel that the app is not in: the asker hears it at once, invites it, and sets up again', async () => {
  const { slack, channel, type, ada, messages, wait, posts } = await town()
  slack.addChannel(channel, { joined: false })
  const told = await type(ada, setUp)
  expect(told).toMatch(/can’t post in the channel yet[\s\S]*\/invite[\s\S]*Your settings are saved[\s\S]*\/study setup again/u)
  expect(messages()).toHaveLength(0)
  slack.addChannel(channel)
  expect(await type(ada, setUp)).toContain('I posted an introduction in the channel.')
  expect(messages()).toHaveLength(1)
  await wait('2026-11-23T08:00:00Z')
  expect(posts()).toHaveLength(1)
})

test('the form asks for what everybody needs; More settings shows the rest and keeps what was typed', async () => {
  const { slack, channel, ada, faults } = await town()
  await slack.command(ada, channel, 'setup')
  const form = await modalOf(slack, ada)
  expect(Object.keys(inputsOf(form))).toEqual(['channel', 'time', 'zone', 'days'])
  expect(inputsOf(form)['channel']).toMatchObject({ initial_conversation: channel })
  expect(inputsOf(form)['zone']).toMatchObject({ initial_option: { value: 'Europe/Berlin' } })
  await slack.press(ada, onModal(form), 'More settings', undefined, { time: '10:30', zone: 'Asia/Kolkata', days: ['sat', 'sun'] })
  await until(() => inputsOf(form)['open'] !== undefined, 'the other fields')
  const inputs = inputsOf(form)
  expect(Object.keys(inputs)).toEqual(['channel', 'time', 'zone', 'days', 'open', 'topics', 'feedback', 'rollover', 'holidays', 'recap', 'weekly', 'thread', 'mention'])
  expect([inputs['time'], inputs['zone'], inputs['channel']]).toMatchObject([{ initial_time: '10:30' }, { initial_option: { value: 'Asia/Kolkata' } }, { initial_conversation: channel }])
  expect(list(inputs['days']?.['initial_options']).map((option) => raw(option)['value'])).toEqual(['sat', 'sun'])
  await slack.submit(ada, form, { open: '8h', feedback: 'at-close' })
  expect(textOn(form)).toMatch(/The daily question is set up[\s\S]*10:30, Sat, Sun, Asia\/Kolkata[\s\S]*8 hours[\s\S]*When the question closes/u)
  // The same for one that is set up: the settings that the basic form leaves out stay as they are.
  await slack.command(ada, channel, 'setup')
  const second = await until(() => [slack.modal(ada)].find((view) => view !== undefined && view !== form), 'another form')
  expect(Object.keys(inputsOf(second))).toEqual(['time', 'zone', 'days'])
  await slack.submit(ada, second, { time: '11:00' })
  expect(textOn(second)).toMatch(/Settings saved[\s\S]*11:00[\s\S]*8 hours/u)
  await slack.press(ada, onModal(second), 'More settings')
  await until(() => inputsOf(second)['open'] !== undefined, 'the other settings')
  expect(Object.keys(inputsOf(second))).toEqual(['open', 'topics', 'feedback', 'rollover', 'holidays'])
  await slack.submit(ada, second, { open: '4h' })
  expect(textOn(second)).toMatch(/Settings saved[\s\S]*11:00[\s\S]*4 hours/u)
  expect([faults, slack.world.refusals]).toEqual([[], []])
})

test('a direct message can set up a channel, for whoever may', async () => {
  const { slack, channel, ada, person, messages } = await town()
  await slack.command(ada, `D${ada}`, 'setup')
  const form = await modalOf(slack, ada)
  await slack.submit(ada, form, { channel, time: '09:00', zone: 'UTC', days: ['mon'] })
  expect(textOn(form)).toContain('The daily question is set up')
  expect(messages()).toHaveLength(1)
  const eve = person('Eve')
  await slack.command(eve, `D${eve}`, 'setup')
  const other = await modalOf(slack, eve)
  await slack.submit(eve, other, { channel, time: '10:00', zone: 'UTC', days: ['mon'] })
  expect(textOn(other)).toContain('Only managers can do that')
  expect(questionsIn(slack, channel)).toHaveLength(0)
})

// One's own page on Slack, over the wire: first use and second, an answer from there, several channels, and what managers do there.
import { expect, test } from 'vitest'
import { onHome, onModal } from '../fakes/slack/fake-slack.ts'
import { list, raw, string } from '../fakes/slack/raw.ts'
import type { View } from '../fakes/slack/world.ts'
import { until } from '../fakes/until.ts'
import { openTown, textOn, type Town } from './slack-town.ts'

const setUp = 'setup 09:00 Europe/Berlin mon-fri'

async function settled(more = '') {
  const town = await openTown('2026-11-23T07:30:00Z')
  const [ada, bob] = [town.person('Ada'), town.person('Bob')]
  await town.type(ada, setUp + more)
  await town.wait('2026-11-23T08:00:00Z')
  const page = async (who: string): Promise<View> => {
    const before = town.slack.calls('views.publish').length
    await town.slack.openHome(who)
    await until(() => town.slack.calls('views.publish').length > before, 'the page')
    return town.slack.home(who) ?? never()
  }
  /** Presses on the page; the modal that opens. */
  const open = async (who: string, view: View, label: string): Promise<View> => {
    await town.slack.press(who, onHome(view), label)
    return until(() => town.slack.modal(who), 'the modal')
  }
  return { ...town, ada, bob, page, open }
}

const never = (): never => {
  throw new Error('there is no page')
}
const blocks = (view: View) => list(view.view['blocks']).map(raw)
/** Controls of buttons with this label, by the channel that they belong to. */
const controls = (view: View, label: string) =>
  blocks(view).flatMap((block) => list(block['elements']).map(raw)).filter((element) => raw(element['text'])['text'] === label).map((element) => string(element['action_id']))

function clean({ slack, faults }: Town): void {
  expect(slack.world.refusals).toEqual([])
  expect(faults).toEqual([])
}

test('a question is answered from the page, which then says how it went', async () => {
  const town = await settled(' topics=repairs')
  await town.answer(town.bob, town.post(), false)
  await town.wait('2026-11-24T08:00:00Z')
  const view = await town.page(town.bob)
  expect(textOn(view)).toMatch(/You haven’t answered yet/u)
  expect(textOn(view)).toContain('Your recent answers: ❌')
  const modal = await town.open(town.bob, view, 'Answer')
  await town.slack.press(town.bob, onModal(modal), 'A')
  await until(() => /Right|Not this time/u.test(textOn(modal)), 'the result')
  await until(() => /You were right|❌ Not this time/u.test(textOn(town.slack.home(town.bob) ?? never())), 'the page after')
  clean(town)
})

test('a question with two right options is answered from the page', async () => {
  const town = await settled(' topics=safety')
  await town.type(town.ada, 'managers add <@U0BOB>')
  const modal = await town.open(town.bob, await town.page(town.bob), 'Answer')
  const boxes = blocks(modal).flatMap((block) => [block['element'], ...list(block['elements'])].map(raw)).find(({ type }) => type === 'checkboxes')
  const values = list(boxes?.['options']).map((option) => string(raw(option)['value']))
  await town.slack.press(town.bob, onModal(modal), 'Answer', values.slice(0, 2))
  await until(() => /Right|Not this time/u.test(textOn(modal)), 'the result')
  expect(textOn(modal)).toContain('You answered')
  clean(town)
})

test('several channels are told apart, and each button stays in its channel', async () => {
  const town = await settled()
  const { slack, ada, bob } = town
  for (const name of ['C1', 'C2', 'C3', 'C4', 'C5']) {
    slack.addChannel(name)
    await town.type(ada, setUp, name)
  }
  const view = await town.page(ada)
  expect(blocks(view).filter(({ type }) => type === 'header')).toHaveLength(1)
  expect(blocks(view).filter(({ type }) => type === 'divider')).toHaveLength(4)
  expect(JSON.stringify(view.view)).toContain('You’re also in')
  expect(blocks(view).length).toBeLessThan(100)
  const pauses = controls(view, 'Pause')
  expect(pauses).toHaveLength(4)
  const second = pauses.find((control) => control.includes('/C2:'))
  expect(textOn(await town.open(ada, view, second ?? 'no pause of C2'))).toContain('Paused')
  await until(() => JSON.stringify(slack.home(ada)?.view).includes(' · paused'), 'the state on the page')
  // The settings of one of them open without asking for a channel.
  const settings = controls(slack.home(ada) ?? never(), 'Settings').find((control) => control.includes('/C1:'))
  await slack.press(ada, onHome(slack.home(ada) ?? never()), settings ?? 'no settings of C1')
  const form = await until(() => blocks(slack.modal(ada) ?? never()).some(({ type }) => type === 'input') && slack.modal(ada), 'the form')
  expect(blocks(form || never()).some((block) => block['block_id'] === 'channel')).toBe(false)
  // Others see no such button, and a button for a channel that is not theirs does nothing.
  expect(controls(await town.page(bob), 'Pause')).toEqual([])
  clean(town)
})

test('somebody new sees where to answer, or how to set up', async () => {
  const fresh = await openTown('2026-11-23T07:30:00Z')
  const zoe = fresh.person('Zoe')
  await fresh.slack.openHome(zoe)
  expect(textOn(await until(() => fresh.slack.home(zoe), 'the page'))).toContain('To start, press “Set up a channel” below')
  await fresh.type(fresh.person('Ada'), setUp)
  await fresh.slack.openHome(zoe)
  await until(() => textOn(fresh.slack.home(zoe) ?? never()).includes('The daily question runs in'), 'the channel')
  clean(fresh)
})

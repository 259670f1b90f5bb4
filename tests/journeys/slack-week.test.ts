// A week in one channel of Slack, over the wire: the whole bot, many people, a restart, and what goes wrong on the way.
import { describe, expect, test } from 'vitest'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { openTown, textOf, textOn, type Town } from './slack-town.ts'

const setUp = 'setup 09:00 Europe/Berlin mon-fri'

async function settled(at = '2026-11-23T07:30:00Z', http = false): Promise<Town & { readonly ada: string }> {
  const town = await openTown(at, http)
  const ada = town.person('Ada')
  await town.type(ada, setUp)
  return { ...town, ada }
}

/** Nothing that Slack would have refused, and nothing in the log that somebody would have to look at. */
function clean({ slack, faults }: Town): void {
  expect(slack.world.refusals).toEqual([])
  expect(faults).toEqual([])
}

describe.each([
  ['in Socket Mode', false],
  ['over HTTP', true],
])('a week in one channel, %s', (_, http) => {
  test('from the setup in a form to the next questions', async () => {
    const town = await openTown('2026-11-23T07:30:00Z', http)
    const { slack, channel, type, wait, posts, answer } = town
    const [ada = '', bob = '', eve = '', ian = '', mia = '', zoe = '', tom = ''] = ['Ada', 'Bob', 'Eve', 'Ian', 'Mia', 'Zoe', 'Tom'].map((name) => town.person(name))

    // Before the setup, and the setup: first filled in wrongly, then rightly.
    expect(await type(bob, 'today')).toContain('No daily question here yet')
    await slack.command(ada, channel, 'setup')
    const form = await until(() => slack.modal(ada), 'the form')
    const wrong = await slack.submit(ada, form, { zone: 'Moonbase' })
    expect(wrong.ack.body).toMatchObject({ response_action: 'errors', errors: { zone: expect.stringContaining('“Moonbase”') } })
    await slack.submit(ada, form, { time: '09:00', zone: 'Europe/Berlin', days: ['mon', 'tue', 'wed', 'thu', 'fri'] })
    expect(textOn(form)).toContain('The daily question is set up')
    expect(textOn(form)).toContain(`MOMENT${Date.parse('2026-11-23T08:00:00Z') / 1000}`)

    // One minute before: nothing. At its minute: one post, however often it is looked.
    await wait('2026-11-23T07:59:00Z')
    expect(posts()).toHaveLength(0)
    await wait('2026-11-23T08:00:00Z')
    await wait('2026-11-23T08:00:30Z')
    expect(posts()).toHaveLength(1)
    const monday = town.post()
    expect(textOf(monday)).toContain('Question of the day')

    // Many people answer; each sees alone whether it was right, and why.
    expect(await answer(bob, monday, true)).toMatch(/^✅ Right\n[\s\S]*Remember[\s\S]*Read the passage/u)
    expect(await answer(eve, monday, false)).toMatch(/^❌ Not this time\n[\s\S]*The answer is[\s\S]*Remember/u)
    await Promise.all([answer(ada, monday, true), answer(ian, monday, true)])
    expect(posts()).toHaveLength(1)

    // The same again changes nothing.
    expect(await answer(eve, monday, true)).toContain('Your first answer counts')
    expect(monday.edits).toBe(0)

    // A restart: the buttons of before work.
    await town.restart()
    expect(await answer(mia, monday, false)).toContain('Not this time')
    expect(await type(bob, 'today')).toContain('You already answered')

    // Boards, with one's own rank; turned in place.
    const board = await town.shown(mia, () => slack.command(mia, channel, 'board'))
    expect(textOf(board)).toMatch(/Ada[\s\S]*Mia \(you\)/u)
    await slack.press(mia, onMessage(board), 'All channels')
    await until(() => textOf(board).includes('all channels'), 'the other board')
    expect(await type(bob, 'me')).toContain('1 point, 1 of 1 right')

    // A press in the last second before the close counts, a late one does not.
    town.moveClock('2026-11-24T06:59:59Z')
    expect(await answer(zoe, monday, true)).toContain('✅ Right')
    town.moveClock('2026-11-24T07:00:01Z')
    expect(await answer(tom, monday, true)).toContain('This question is closed')
    await wait('2026-11-24T07:00:30Z')
    const shown = textOf(monday)
    expect(shown).toMatch(/The answer: [A-D]/u)
    expect(shown).toContain('6 people answered')
    expect(shown).toMatch(/✅ [A-D] .*\n█+░*  67%  ·  4 votes/u)
    expect(shown).toMatch(/Right: .*U0ADA/u)
    for (const user of [bob, ian, zoe]) expect(shown).toContain(user)
    expect(shown).not.toContain(eve)
    // One's own result is one press away, for everyone.
    expect(await town.press(eve, monday, 'My result')).toMatch(/❌ Not this time[\s\S]*The answer is/u)
    expect(await town.press(tom, monday, 'My result')).toContain('You didn’t answer this one.')

    // The next question, and over the weekend none.
    await wait('2026-11-24T08:00:00Z')
    expect(posts()).toHaveLength(2)
    expect(textOf(town.post())).toMatch(/^Yesterday: [A-D](?: and [A-D])?\. 4 of 6 right\. 4 people lead with 1 point\./u)
    expect(await town.press(bob, town.post(), 'See the answer')).toMatch(/✅ Right\n[\s\S]*You answered/u)
    const result = await town.shown(bob, () => slack.press(bob, onMessage(monday), 'My result'))
    await slack.press(bob, onMessage(result), 'More')
    await until(() => textOf(result).includes('Why not the others'), 'the long form in its place')
    const passage = await town.shown(bob, () => slack.press(bob, onMessage(result), 'Read the passage'))
    expect(textOf(passage)).toMatch(/House rules|Lease|Fire/iu)
    await wait('2026-11-27T08:00:00Z')
    await wait('2026-11-28T08:00:00Z')
    await wait('2026-11-29T08:00:00Z')
    expect(posts()).toHaveLength(3)
    // And one introduction.
    expect(slack.calls('chat.postMessage').filter((sent) => sent['channel'] === channel)).toHaveLength(4)
    clean(town)
  })

  test('with the same press delivered three times', async () => {
    const town = await settled('2026-11-23T07:30:00Z', http)
    const bob = town.person('Bob')
    await town.wait('2026-11-23T08:00:00Z')
    const deliveries = await town.answerTwice(bob, town.post())
    expect(deliveries.map(({ ack }) => ack.inTime)).toEqual([true, true, true])
    expect(await town.type(bob, 'me')).toContain('1 point, 1 of 1 right')
    expect(town.slack.whispers(bob)).toHaveLength(2)
    clean(town)
  })
})

test('the same press delivered to a bot that was restarted in between changes nothing', async () => {
  const town = await settled()
  const bob = town.person('Bob')
  await town.wait('2026-11-23T08:00:00Z')
  const deliveries = await town.answerTwice(bob, town.post())
  await town.restart()
  const again = await Promise.all(deliveries.map((delivered) => town.shown(bob, () => town.slack.again(delivered))))
  expect(textOf(again[0] ?? town.post())).toContain('Your first answer counts')
  expect(await town.type(bob, 'me')).toContain('1 point, 1 of 1 right')
  clean(town)
})

test('a question that wants two options is changed until the close', async () => {
  const town = await openTown('2026-11-23T07:30:00Z')
  const [ada = '', bob = ''] = ['Ada', 'Bob'].map((name) => town.person(name))
  await town.type(ada, `${setUp} topics=safety feedback=at-close`)
  await town.wait('2026-11-23T08:00:00Z')
  expect(await town.press(bob, town.post(), 'Answer', [])).toContain('Choose exactly two options')
  expect(await town.answer(bob, town.post(), false)).toContain('Answer saved')
  expect(await town.answer(bob, town.post(), true)).toContain('Answer changed')
  // One's own view of the open round holds the answer, filled in, and can be changed there.
  const today = await town.shown(bob, () => town.slack.command(bob, town.channel, 'today'))
  expect(JSON.stringify(today.blocks).match(/initial_options/gu)).toHaveLength(1)
  await town.slack.press(bob, onMessage(today), 'Change my answer')
  await until(() => textOf(today).includes('Answer saved'), 'the answer in place of the question')
  await town.slack.press(bob, onMessage(today), 'Change my answer')
  await until(() => JSON.stringify(today.blocks).includes('initial_options'), 'the question again')
  await town.wait('2026-11-24T07:00:00Z')
  expect(textOf(town.post())).toMatch(/The answer: [A-D] and [A-D]/u)
  expect(textOf(town.post())).toMatch(/Right: .*U0BOB/u)
  clean(town)
})

test('the App Home shows the question, and after a press there the answer', async () => {
  const town = await settled()
  const bob = town.person('Bob')
  await town.wait('2026-11-23T08:00:00Z')
  await town.slack.openHome(bob)
  expect(textOn(await until(() => town.slack.home(bob), 'the page'))).toContain('Answer one there, and your streak and points show up here')
  await town.answer(bob, town.post(), true)
  await town.slack.openHome(bob)
  await until(() => textOn(town.slack.home(bob) ?? never()).includes('✅ You were right.'), 'the answered question')
  expect(textOn(town.slack.home(bob) ?? never())).toContain('1 point this week, 1 in total · rank 1 of 1')
  clean(town)
})

const never = (): never => {
  throw new Error('there is no page')
}

test('with the recap in a thread, the close is told there once, over a restart too', async () => {
  const town = await openTown('2026-11-23T07:30:00Z')
  const [ada = '', bob = ''] = ['Ada', 'Bob'].map((name) => town.person(name))
  await town.type(ada, `${setUp} recap=thread mention=<!here>`)
  await town.wait('2026-11-23T08:00:00Z')
  expect(town.post().text).toMatch(/\n<!here>$/u)
  await town.answer(bob, town.post(), true)
  await town.wait('2026-11-24T07:00:00Z')
  await town.restart()
  await town.wait('2026-11-24T07:01:00Z')
  const [reply, ...more] = town.slack.replies(town.channel)
  expect([reply?.thread, more]).toEqual([town.post().ts, []])
  expect(textOf(reply ?? never())).toMatch(/The answer: [A-D](?: and [A-D])?\nOne person answered and got it right\. Bob leads with 1 point\./u)
  expect(await town.press(bob, reply ?? never(), 'My result')).toContain('✅ Right')
  clean(town)
})

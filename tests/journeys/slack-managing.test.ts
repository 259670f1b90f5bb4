// Managing a channel of Slack, what cannot be understood, and what becomes of a round when Slack fails.
import { describe, expect, test } from 'vitest'
import { onHome } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { openTown, textOf, textOn, type Town } from './slack-town.ts'

const setUp = 'setup 09:00 Europe/Berlin mon-fri'

async function settled(at = '2026-11-23T07:30:00Z'): Promise<Town & { readonly ada: string; readonly bob: string }> {
  const town = await openTown(at)
  const [ada, bob] = [town.person('Ada'), town.person('Bob')]
  await town.type(ada, setUp)
  return { ...town, ada, bob }
}

describe('managing', () => {
  test('is for managers: others are told so, and one whom a manager names may', async () => {
    const { type, ada, bob, faults, wait, posts } = await settled()
    const no = await type(bob, 'pause')
    expect(no).toContain('Only managers can do that')
    expect(no).toContain(ada)
    expect(await type(bob, 'settings 10:00')).toContain('Only managers')
    expect(await type(bob, 'settings')).toContain('Only managers')
    expect(await type(ada, 'managers add @bob')).toContain('I don’t know who “@bob” is')
    expect(await type(ada, `managers add <@${bob}|bob>`)).toContain(bob)
    expect(await type(bob, 'pause')).toContain('Paused')
    expect(await type(ada, 'status')).toContain('paused')
    await wait('2026-11-23T08:00:00Z')
    expect(posts()).toHaveLength(0)
    expect(await type(bob, 'resume')).toContain('Resumed')
    expect(await type(bob, 'skip')).toContain('Skipped')
    expect(faults).toEqual([])
  })

  test('cannot be taken from the owners and admins of the workspace', async () => {
    const { type, person } = await settled()
    expect(await type(person('Olga', { owner: true }), 'pause')).toContain('Paused')
  })

  test('is begun by members and not by guests', async () => {
    const town = await openTown('2026-11-23T07:30:00Z')
    expect(await town.type(town.person('Gus', { guest: true }), setUp)).toContain('You can’t set this up')
    expect(await town.type(town.person('Ada'), setUp)).toContain('The daily question is set up')
  })

  test('begins in the App Home as well, for the channel that is chosen there', async () => {
    const { slack, person, channel, faults, wait, posts } = await openTown('2026-11-23T07:30:00Z')
    const ada = person('Ada')
    await slack.openHome(ada)
    await slack.press(ada, onHome(await until(() => slack.home(ada), 'the page')), 'Set up a channel')
    const form = await until(() => slack.modal(ada), 'the form')
    await slack.submit(ada, form, { channel, time: '09:00', zone: 'UTC', days: ['mon'] })
    expect(textOn(form)).toContain('The daily question is set up')
    await wait('2026-11-23T09:00:00Z')
    expect(posts()).toHaveLength(1)
    expect(faults).toEqual([])
  })

  test('offers zones and topics as they are typed', async () => {
    const { slack, ada, channel } = await settled()
    await slack.command(ada, channel, 'settings')
    const form = await until(() => slack.modal(ada), 'the form')
    expect(JSON.stringify(await slack.suggest(ada, form, 'zone', 'berl'))).toContain('Europe/Berlin')
    expect(await slack.suggest(ada, form, 'topics', 'saf')).toMatchObject([{ value: 'safety', text: { text: 'Safety' } }])
  })

  test('posts a question at once where a manager asks for one', async () => {
    const { type, ada, posts } = await settled()
    expect(await type(ada, 'now')).toContain('The question is open until')
    expect(posts()).toHaveLength(1)
  })

  test('ends with the app taken out of the workspace: its quiz pauses until somebody resumes it', async () => {
    const { slack, type, ada, wait, posts } = await settled()
    slack.world.tokenFault = 'account_inactive'
    await slack.event({ type: 'app_uninstalled' })
    while (!(await type(ada, 'status')).includes('paused')) await new Promise((resolve) => setTimeout(resolve, 5))
    await wait('2026-11-23T08:00:00Z')
    expect(posts()).toHaveLength(0)
  })
})

describe('what cannot be understood', () => {
  test('gets “did you mean” and the usage', async () => {
    const { type, ada } = await settled()
    expect(await type(ada, 'bord')).toContain('Did you mean “board”?')
    expect(await type(ada, 'setup nein')).toMatch(/nein[\s\S]*\/study setup \[time\]/u)
    expect(await type(ada, 'setup 09:00 Europe/Berlim')).toContain('Did you mean Europe/Berlin?')
  })

  test('is no longer active where the button is from another time', async () => {
    const { slack, wait, post, bob, shown, faults } = await settled()
    await wait('2026-11-23T08:00:00Z')
    const message = post()
    for (const control of ['v0:vote:1', 'v1:answer:0000000000000000:a', 'anything']) {
      const forged = { ...message, blocks: [{ type: 'actions', block_id: 'x', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Press' }, action_id: control }] }] }
      const reply = await shown(bob, () => slack.press(bob, { kind: 'message', message: forged }, 'Press'))
      expect(textOf(reply)).toContain('This button no longer works')
    }
    expect(faults).toEqual([])
  })

  test('shows hostile words as they were typed', async () => {
    const { type, bob, slack } = await settled()
    expect(await type(bob, 'lookup &lt;!channel&gt; *bold* :tada:')).toContain('<!channel> *bold* :tada:')
    expect(slack.whispers(bob).at(-1)?.text).not.toContain('<!')
  })

  test('looks up who is responsible, or offers what is nearest', async () => {
    const { type, bob } = await settled()
    expect(await type(bob, 'lookup smoke alarms')).toContain('Read it')
    expect(await type(bob, 'lookup quantum chromodynamics')).toContain('Not in the documents')
  })
})

describe('when Slack fails', () => {
  test('a post that is out although the answer broke off is found and taken over, once', async () => {
    const { slack, wait, posts, post, answer, bob, type, ada, faults } = await settled()
    slack.fail('chat.postMessage', { kind: 'reset', stored: true })
    await wait('2026-11-23T08:00:00Z')
    expect(posts()).toHaveLength(1)
    // Its buttons work already: whoever presses has seen it.
    expect(await answer(bob, post(), true)).toContain('✅ Right')
    await wait('2026-11-23T08:01:00Z')
    expect([posts().length, slack.calls('chat.postMessage').length]).toEqual([1, 2])
    expect(await type(ada, 'status')).toContain('open since')
    await wait('2026-11-24T07:00:00Z')
    expect(textOf(post())).toContain('The answer:')
    expect(faults).toEqual([])
  })

  test('a crash in the middle of posting makes no second post', async () => {
    const { slack, wait, posts, post, answer, bob, restart } = await settled()
    slack.fail('chat.postMessage', { kind: 'status', status: 502, stored: true })
    await wait('2026-11-23T08:00:00Z')
    await restart()
    await wait('2026-11-23T08:02:00Z')
    expect(posts()).toHaveLength(1)
    expect(await answer(bob, post(), true)).toContain('✅ Right')
  })

  test('a post that broke off before it was out is sent again', async () => {
    const { slack, wait, posts } = await settled()
    slack.fail('chat.postMessage', { kind: 'status', status: 503, stored: false })
    await wait('2026-11-23T08:00:00Z')
    expect(posts()).toHaveLength(0)
    await wait('2026-11-23T08:01:00Z')
    expect(posts()).toHaveLength(1)
  })

  test('a post that may be out and cannot be looked for is not sent twice, and the manager is told', async () => {
    const { slack, wait, posts, type, ada } = await settled()
    slack.world.scopes.delete('channels:history')
    slack.fail('chat.postMessage', { kind: 'reset', stored: true })
    await wait('2026-11-23T08:00:00Z')
    await wait('2026-11-23T08:01:00Z')
    expect(posts()).toHaveLength(1)
    expect(await type(ada, 'status')).toContain('never posts twice')
    await until(() => slack.messages(`D${ada}`).length === 1, 'the word to the manager')
  })

  test('a channel without the app has a reason on record, and its manager is told how to mend it', async () => {
    const { slack, channel, wait, posts, type, ada } = await settled()
    slack.addChannel(channel, { joined: false })
    await wait('2026-11-23T08:00:00Z')
    await wait('2026-11-23T08:01:00Z')
    expect(posts()).toHaveLength(0)
    expect(await type(ada, 'status')).toContain('/invite')
    const told = await until(() => slack.messages(`D${ada}`)[0], 'the word to the manager')
    expect(textOf(told)).toContain('/invite')
    slack.addChannel(channel)
    await wait('2026-11-24T08:00:00Z')
    expect(posts()).toHaveLength(1)
  })

  test('a post that somebody deleted is not redrawn for ever', async () => {
    const { slack, channel, wait } = await settled()
    await wait('2026-11-23T08:00:00Z')
    const ofIntroduction = slack.calls('chat.update').length
    slack.world.channels.get(channel)?.messages.splice(0)
    await wait('2026-11-24T07:00:00Z')
    await wait('2026-11-24T07:01:00Z')
    expect(slack.calls('chat.update')).toHaveLength(ofIntroduction + 1)
  })

  test('a post that has to wait is posted as soon as Slack lets it', async () => {
    const { slack, wait, posts } = await settled()
    slack.fail('chat.postMessage', { kind: 'rate-limited', seconds: 30 })
    await wait('2026-11-23T08:00:00Z')
    expect(posts()).toHaveLength(0)
    await wait('2026-11-23T08:00:31Z')
    expect(posts()).toHaveLength(1)
  })
})

// Who somebody is, from Slack's own data: asked once, kept fresh, and never waited for too long.
import { describe, expect, test } from 'vitest'
import { hour } from '../../../src/core/time.ts'
import { until } from '../../fakes/until.ts'
import { startedStage, whispered } from './stage.ts'

describe('whoever asks', () => {
  test('is known by their name in Slack, asked for once', async () => {
    const { slack, requests } = await startedStage()
    for (let index = 0; index < 3; index++) await slack.command('U0BOB', 'C0STUDY', 'help')
    expect(requests.map(({ asker }) => asker.name)).toEqual(['Bob', 'Bob', 'Bob'])
    expect(slack.calls('users.info')).toHaveLength(1)
  })

  test.each([
    ['an owner', { owner: true }, { admin: true, maySetUp: true }],
    ['an admin', { admin: true }, { admin: true, maySetUp: true }],
    ['a member', {}, { admin: false, maySetUp: true }],
    ['a guest', { guest: true }, { admin: false, maySetUp: false }],
  ])('as %s may do what Slack says', async (_, as, may) => {
    const { slack, requests } = await startedStage()
    slack.addUser('U0EVE', 'Eve', as)
    await slack.command('U0EVE', 'C0STUDY', 'setup')
    await until(() => requests.length === 1, 'the request')
    expect(requests[0]?.asker).toMatchObject(may)
  })

  test('has no zone where Slack knows none that exists', async () => {
    const { slack, requests } = await startedStage()
    slack.addUser('U0EVE', 'Eve', { zone: 'Mars/Olympus' })
    await slack.command('U0EVE', 'C0STUDY', 'me')
    await until(() => requests.length === 1, 'the request')
    expect(requests[0]?.asker.zone).toBeNull()
  })

  test('is known anew after a change of name, and after an hour', async () => {
    let time = Date.now()
    const { slack, requests } = await startedStage({}, () => time)
    const nameOf = async (user: string) => {
      const before = requests.length
      await slack.command(user, 'C0STUDY', 'me')
      await until(() => requests.length > before, 'the request')
      return requests.at(-1)?.asker.name
    }
    expect(await nameOf('U0BOB')).toBe('Bob')
    await slack.changeUser('U0BOB', { displayName: 'Robert' })
    expect(await nameOf('U0BOB')).toBe('Robert')
    Object.assign(slack.world.users.get('U0BOB') ?? {}, { displayName: 'Rob' })
    time += 2 * hour
    // What is old is good for one more answer, so that nobody waits.
    expect(await nameOf('U0BOB')).toBe('Robert')
    await until(() => slack.calls('users.info').length === 3, 'the third question')
    expect(await nameOf('U0BOB')).toBe('Rob')
  })

  test('is answered in time where Slack does not say who they are, under the name that came along', async () => {
    const { slack, requests } = await startedStage()
    slack.fail('users.info', { kind: 'hang', stored: false })
    const { ack } = await slack.command('U0BOB', 'C0STUDY', 'me')
    expect(ack.inTime).toBe(true)
    await whispered(slack, 'U0BOB', 'An answer')
    expect(requests[0]?.asker).toMatchObject({ id: 'slack:T0STUDY/U0BOB', name: 'u0bob', admin: false })
  })

  test('may nothing that takes a right where Slack asks to wait, and is asked about again the next time', async () => {
    const { slack, requests } = await startedStage()
    slack.fail('users.info', { kind: 'rate-limited', seconds: 30 })
    await slack.command('U0ADA', 'C0STUDY', 'setup')
    await slack.command('U0ADA', 'C0STUDY', 'setup')
    expect(requests.map(({ asker }) => [asker.name, asker.admin, asker.maySetUp])).toEqual([
      ['u0ada', false, false],
      ['Ada Lovelace', true, true],
    ])
  })

  test('is not asked about again before the time that Slack asked to wait is over', async () => {
    let time = Date.now()
    const { slack, requests } = await startedStage({}, () => time)
    slack.fail('users.info', { kind: 'rate-limited', seconds: 30 })
    const names = async () => {
      for (const user of ['U0ADA', 'U0BOB']) await slack.command(user, 'C0STUDY', 'me')
      return requests.slice(-2).map(({ asker }) => asker.name)
    }
    expect(await names()).toEqual(['u0ada', 'u0bob'])
    expect(slack.calls('users.info')).toHaveLength(1)
    time += 31_000
    expect(await names()).toEqual(['Ada Lovelace', 'Bob'])
  })

  test('may set up where the app may read nobody’s data', async () => {
    const { slack, requests } = await startedStage()
    slack.world.scopes.delete('users:read')
    await slack.command('U0BOB', 'C0STUDY', 'setup')
    await until(() => requests.length === 1, 'the request')
    expect(requests[0]?.asker).toMatchObject({ admin: false, maySetUp: true })
  })

  test('by a name that breaks lines and turns the text has a name on one line', async () => {
    const { slack, requests } = await startedStage()
    slack.addUser('U0EVE', 'Eve\n\u202e# <!channel>\u0007')
    await slack.command('U0EVE', 'C0STUDY', 'me')
    await until(() => requests.length === 1, 'the request')
    expect(requests[0]?.asker.name).toBe('Eve # <!channel>')
  })
})

describe('presence', () => {
  const people = ['U0ADA', 'U0BOB', 'U0GONE'].map((user) => `slack:T0STUDY/${user}`)

  test('tells who has left', async () => {
    const { platform, slack } = await startedStage()
    Object.assign(slack.world.users.get('U0BOB') ?? {}, { deleted: true })
    expect([...(await platform.presence(people))]).toEqual([
      ['slack:T0STUDY/U0ADA', { gone: false, name: 'Ada Lovelace' }],
      ['slack:T0STUDY/U0BOB', { gone: true, name: 'Bob' }],
      ['slack:T0STUDY/U0GONE', { gone: true, name: null }],
    ])
  })

  test('says nothing of people about whom Slack says nothing', async () => {
    const { platform, slack } = await startedStage()
    slack.fail('users.info', { kind: 'rate-limited', seconds: 30 }, 3)
    expect([...(await platform.presence(people))]).toEqual([])
  })

  test('tells the name that somebody has now', async () => {
    const { platform, slack } = await startedStage()
    await slack.command('U0BOB', 'C0STUDY', 'me')
    await slack.changeUser('U0BOB', { displayName: 'Robert' })
    await until(() => slack.whispers('U0BOB').length === 1, 'the reply')
    expect((await platform.presence(['slack:T0STUDY/U0BOB'])).get('slack:T0STUDY/U0BOB')).toEqual({ gone: false, name: 'Robert' })
  })

  test('a change of somebody is told to the bot, as the event says it', async () => {
    const { slack, bot } = await startedStage()
    await slack.changeUser('U0BOB', { displayName: 'Robert' })
    await slack.event({ type: 'user_change', user: { id: 'U0ADA', deleted: true } })
    await until(() => bot.changed.length === 2, 'the news')
    expect(bot.changed).toEqual([
      ['slack:T0STUDY', 'slack:T0STUDY/U0BOB', { gone: false, name: 'Robert' }],
      ['slack:T0STUDY', 'slack:T0STUDY/U0ADA', { gone: true, name: null }],
    ])
  })

  test('sees at once who was deactivated', async () => {
    const { platform, slack } = await startedStage()
    await slack.command('U0BOB', 'C0STUDY', 'me')
    await slack.changeUser('U0BOB', { deleted: true })
    await until(() => slack.whispers('U0BOB').length === 1, 'the reply')
    expect((await platform.presence(['slack:T0STUDY/U0BOB'])).get('slack:T0STUDY/U0BOB')?.gone).toBe(true)
  })
})

describe('the removal of the app', () => {
  test.each([
    ['app_uninstalled', { type: 'app_uninstalled' }],
    ['tokens_revoked', { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } }],
  ])('is told to the bot (%s)', async (_, event) => {
    const { slack, bot } = await startedStage()
    slack.world.tokenFault = 'account_inactive'
    await slack.event(event)
    await until(() => bot.removed.length === 1, 'the news')
    expect(bot.removed).toEqual(['slack:T0STUDY'])
  })

  test('is not what a person’s own token is about', async () => {
    const { slack, bot, requests } = await startedStage()
    await slack.event({ type: 'tokens_revoked', tokens: { oauth: ['U0ADA'], bot: [] } })
    await slack.command('U0ADA', 'C0STUDY', 'help')
    await until(() => requests.length === 1, 'the request after it')
    expect(bot.removed).toEqual([])
  })
})

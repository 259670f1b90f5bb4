// The app is removed from a workspace: by news of Slack's that comes twice, in any order, late, or never.
import { describe, expect, test } from 'vitest'
import { until } from '../../../fakes/until.ts'
import { day, minute } from '../../../ledger/world.ts'
import { forgetGroup } from '../../../../src/bot/removed-groups.ts'
import { createLog } from '../../../../src/ops/log.ts'
import { openManyStage, told, type ManyStage } from './stage.ts'

type Workspace = Awaited<ReturnType<ManyStage['workspace']>>

const setUp = ({ slack, ada, channel }: Workspace) => told(slack, ada, () => slack.command(ada, channel, 'setup 09:00 Europe/Berlin mon-fri'))
const questionsIn = ({ slack, channel }: Workspace) => slack.messages(channel).filter(({ metadata }) => metadata !== undefined).length
const uninstalled = { type: 'app_uninstalled' }
const revokedIn = ({ slack }: Workspace) => ({ type: 'tokens_revoked', tokens: { bot: [slack.world.app.user] } })

async function twoWorkspaces() {
  const stage = await openManyStage()
  const [one, two] = [await stage.workspace('One'), await stage.workspace('Two')]
  await Promise.all([one, two].map(setUp))
  return { stage, one, two, remove: () => stage.slacks.revoked.set(one.slack.world.botToken, 'account_inactive') }
}

const installationOf = (stage: ManyStage) => stage.ledger().installations.find('slack:T0ONE')

describe('a removal', () => {
  test.each(['uninstalled first', 'revoked first'])('deletes the token and pauses the questions of that workspace alone, at once (%s)', async (order) => {
    const { stage, one, two, remove } = await twoWorkspaces()
    remove()
    const news = [uninstalled, revokedIn(one)]
    for (const event of order === 'uninstalled first' ? news : news.toReversed()) await one.slack.event(event)
    await until(async () => (await installationOf(stage))?.removedAt ?? false, 'the removal')
    await until(async () => (await stage.ledger().quizzes.at(one.place))?.paused, 'the pause')
    expect(await installationOf(stage)).toMatchObject({ sealed: null, removedAt: stage.clock.now })
    expect((await stage.ledger().quizzes.at(two.place))?.paused).toBe(false)
    expect(stage.platform().away?.()).toEqual([one.group])
    await stage.wait('2026-11-23T08:00:00Z')
    expect([questionsIn(one), questionsIn(two)]).toEqual([0, 1])
    expect([stage.platform().healthy(), await stage.platform().unanswered?.()]).toEqual([true, undefined])
  })

  test('that is older than the installation changes nothing, and asks Slack nothing', async () => {
    const { stage, one } = await twoWorkspaces()
    const { payload } = await one.slack.event({ type: 'message', channel: one.channel })
    stage.clock.now += 60 * minute
    await stage.install([one.slack])
    stage.slacks.calls.length = 0
    await one.slack.deliverRaw('events_api', { ...payload, event: uninstalled, event_id: 'Ev-late' })
    await until(() => stage.logged('older than its installation'), 'the old news')
    expect([(await installationOf(stage))?.removedAt, stage.slacks.calls]).toEqual([null, []])
  })

  test('that Slack’s own word contradicts changes nothing', async () => {
    const { stage, one } = await twoWorkspaces()
    await one.slack.event(uninstalled)
    await until(() => stage.logged('still accepts its token'), 'the answer')
    expect((await installationOf(stage))?.removedAt).toBeNull()
  })

  test('of another bot’s token is no removal', async () => {
    const { stage, one } = await twoWorkspaces()
    await one.slack.event({ type: 'tokens_revoked', tokens: { oauth: ['U0ADAONE'], bot: ['U0OTHER'] } })
    await stage.wait(minute)
    expect([(await installationOf(stage))?.removedAt, stage.log.filter(({ level }) => level === 'warn')]).toEqual([null, []])
  })

  test('is done a minute later where Slack can’t be asked at first', async () => {
    const { stage, one, remove } = await twoWorkspaces()
    remove()
    stage.slacks.faults.push({ method: 'auth.test', error: 'fatal_error' })
    await one.slack.event(uninstalled)
    await until(() => stage.logged('asking again in a minute'), 'the doubt')
    expect((await installationOf(stage))?.removedAt).toBeNull()
    await stage.wait(minute)
    expect((await installationOf(stage))?.sealed).toBeNull()
  })

  test('whose news got lost shows in refused calls; after a day the app counts as removed, and health is good all along', async () => {
    const { stage, one, two, remove } = await twoWorkspaces()
    remove()
    await stage.wait('2026-11-23T08:00:00Z')
    await until(() => stage.platform().away?.().includes(one.group) === true, 'the refusal')
    expect([questionsIn(one), questionsIn(two)]).toEqual([0, 1])
    expect((await installationOf(stage))?.removedAt).toBeNull()
    await stage.wait(20 * minute)
    expect(await stage.ledger().delivery.waiting()).not.toBeNull()
    expect(await stage.ledger().delivery.waiting(stage.platform().away?.() ?? [])).toBeNull()
    await stage.wait(day)
    expect((await installationOf(stage))?.removedAt).not.toBeNull()
    await stage.wait(minute)
    expect((await stage.ledger().quizzes.at(one.place))?.paused).toBe(true)
  })

  test('that nobody noticed at all is found within days, though nothing is said there', async () => {
    const stage = await openManyStage()
    await stage.workspace('One')
    stage.slacks.revoked.set([...new Set(stage.slacks.calls.map(({ token }) => token))].at(-1) ?? '', 'token_revoked')
    for (let turn = 0; turn < 3; turn++) await stage.wait(8 * day)
    expect((await installationOf(stage))?.removedAt).not.toBeNull()
  })
})

describe('the data of a workspace that removed the app', () => {
  test('is all there if the app comes back in time, and managers hear how to go on', async () => {
    const { stage, one, remove } = await twoWorkspaces()
    remove()
    await one.slack.event(uninstalled)
    await until(async () => (await stage.ledger().quizzes.at(one.place))?.paused, 'the pause')
    await stage.wait(29 * day)
    await stage.install([one.slack])
    await until(() => one.slack.messages(`D${one.ada}`).some(({ text }) => text.includes('The bot is back')), 'word to the manager')
    expect(await told(one.slack, one.ada, () => one.slack.command(one.ada, one.channel, 'resume'))).toContain('next question')
    expect(stage.platform().away?.()).toEqual([])
  })

  test('is gone after the published days, and nothing of the others', async () => {
    const { stage, one, two, remove } = await twoWorkspaces()
    remove()
    await one.slack.event(uninstalled)
    await until(async () => (await installationOf(stage))?.removedAt ?? false, 'the removal')
    await stage.wait(29 * day)
    expect(await stage.ledger().forgetting.sizeOf(one.group)).toMatchObject({ channels: 1 })
    await stage.wait(2 * day)
    expect(await stage.ledger().forgetting.sizeOf(one.group)).toEqual({ people: 0, alone: 0, channels: 0, answers: 0 })
    expect([await installationOf(stage), (await stage.ledger().quizzes.of(two.group)).length]).toEqual([undefined, 1])
    expect(stage.log.some(({ message, fields }) => message.includes('deleted all data of a group') && JSON.stringify(fields).includes(one.group))).toBe(true)
  })

  test('of an organization goes for all of its workspaces', async () => {
    const stage = await openManyStage()
    const [red, blue] = [await stage.workspace('Red', 'later'), await stage.workspace('Blue', 'later')]
    await stage.install([red.slack, blue.slack], 'E0ORG')
    await Promise.all([red, blue].map(setUp))
    stage.slacks.revoked.set(red.slack.world.botToken, 'account_inactive')
    await red.slack.deliverRaw('events_api', { type: 'event_callback', team_id: 'E0ORG', api_app_id: 'A0STUDY', event: uninstalled, event_id: 'Ev1', event_time: Math.floor(stage.clock.now / 1000), authorizations: [] })
    await until(async () => (await Promise.all([red, blue].map(async ({ place }) => (await stage.ledger().quizzes.at(place))?.paused))).every(Boolean), 'both pauses')
    expect(stage.platform().away?.()).toEqual([blue.group, red.group])
    await forgetGroup({ ledger: stage.ledger(), log: createLog('error') }, [stage.platform()], 'slack:E0ORG', stage.clock.now)
    expect((await Promise.all([red, blue].map(({ group }) => stage.ledger().quizzes.of(group)))).flat()).toEqual([])
    expect(await stage.ledger().installations.left()).toEqual([])
    // It comes back, and begins anew.
    await stage.install([red.slack, blue.slack], 'E0ORG')
    expect(await setUp(red)).toContain('Europe/Berlin')
  })

  test('of one workspace of an organization goes alone, and the workspace can begin anew', async () => {
    const stage = await openManyStage()
    const [red, blue] = [await stage.workspace('Red', 'later'), await stage.workspace('Blue', 'later')]
    await stage.install([red.slack, blue.slack], 'E0ORG')
    await Promise.all([red, blue].map(setUp))
    await forgetGroup({ ledger: stage.ledger(), log: createLog('error') }, [stage.platform()], red.group, stage.clock.now)
    expect((await Promise.all([red, blue].map(({ group }) => stage.ledger().quizzes.of(group)))).map(({ length }) => length)).toEqual([0, 1])
    expect(await setUp(red)).toContain('Europe/Berlin')
  })
})

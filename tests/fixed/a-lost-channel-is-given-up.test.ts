// A deleted channel was tried forever, no command could stop it, and where the only manager had left nobody was told.
import { describe, expect, it, test } from 'vitest'
import { settled as discordSettled } from '../journeys/discord-two-channels.ts'
import { bad, due, good, settled as slackSettled } from '../journeys/slack-two-channels.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { textOf } from '../journeys/slack-town.ts'

const mornings = ['23', '24', '25', '26', '27', '30'].map((date) => `2026-11-${date}T08:00:00Z`)

describe('on Slack a channel', () => {
  it('that is deleted stops its quiz at once, and its manager is told once', async () => {
    const town = await slackSettled()
    await town.slack.deleteChannel(bad)
    await until(() => town.told().length > 0, 'the word to Ada')
    for (const morning of mornings) await town.wait(morning)
    expect(town.told()).toEqual([expect.stringMatching(/The daily question was stopped[\s\S]*A deleted channel[\s\S]*The channel was deleted/u)])
    expect(town.asked('chat.postMessage', bad)).toBe(0)
    expect(await town.type(town.ada, 'quizzes', good)).toContain('A deleted channel')
    expect(town.counts()[0]).toBe(6)
  })

  it('that is deleted while nobody hears of it is given up after five due dates', async () => {
    const town = await slackSettled()
    town.slack.world.channels.delete(bad)
    for (const morning of mornings) await town.wait(morning)
    expect(town.asked('chat.postMessage', bad)).toBe(5)
    expect(town.told()).toEqual([expect.stringContaining('A daily question wasn’t posted'), expect.stringContaining('couldn’t find the channel 5 times in a row')])
  })

  test.each([false, true])('that is archived pauses, and goes on when it is out of the archive (private: %s)', async (isPrivate) => {
    const town = await slackSettled()
    town.slack.addChannel(bad, { private: isPrivate })
    await town.slack.archive(bad, true)
    await until(() => town.told().length === 1, 'the word to Ada')
    expect(town.told()[0]).toMatch(/The channel is archived[\s\S]*Unarchive/u)
    await town.wait(due)
    expect(town.asked('chat.postMessage', bad)).toBe(0)
    await town.slack.archive(bad, false)
    await until(() => town.told().length === 2, 'the word to Ada')
    expect(town.told()[1]).toContain('The daily question is back on')
    await town.wait('2026-11-24T08:00:00Z')
    expect(town.counts()).toEqual([2, 1])
  })

  it('that is archived while nobody hears of it stops after five due dates, and can be resumed', async () => {
    const town = await slackSettled()
    const channel = town.slack.world.channels.get(bad)
    if (channel !== undefined) channel.archived = true
    for (const morning of mornings) await town.wait(morning)
    expect(town.asked('chat.postMessage', bad)).toBe(5)
    expect(town.told().at(-1)).toMatch(/The daily question was stopped[\s\S]*The channel is archived/u)
    if (channel !== undefined) channel.archived = false
    const listed = town.slack.whispers(town.ada).length
    await town.slack.command(town.ada, good, 'quizzes')
    const list = await until(() => town.slack.whispers(town.ada)[listed], 'the list')
    await town.slack.press(town.ada, onMessage(list), 'Resume')
    await until(() => town.slack.whispers(town.ada).some((message) => textOf(message).includes('Questions are on again')), 'the new list')
    await town.wait('2026-12-01T08:00:00Z')
    expect(town.counts()[1]).toBe(1)
  })

  it('that is in use stays on, whatever late events say', async () => {
    const town = await slackSettled()
    await town.slack.event({ type: 'channel_archive', channel: bad, user: town.ada })
    town.slack.fail('conversations.info', { kind: 'error', error: 'internal_error' }, 5, bad)
    await town.slack.event({ type: 'channel_archive', channel: bad, user: town.ada })
    await town.slack.event({ type: 'channel_unarchive', channel: bad, user: town.ada })
    await town.slack.event({ type: 'channel_archive' })
    await town.slack.event({ type: 'channel_id_changed', old_channel_id: bad })
    await town.wait(due)
    expect([town.counts(), town.told()]).toEqual([[1, 1], []])
  })

  it('whose manager has left is told to an owner', async () => {
    const town = await slackSettled()
    const [admin, owner] = [town.person('Zoe', { admin: true }), town.person('Olga', { owner: true })]
    town.person('Helper', { admin: true, bot: true })
    await town.slack.changeUser(town.ada, { deleted: true })
    town.slack.fail('chat.postMessage', { kind: 'error', error: 'user_not_found' }, 100, town.ada)
    await town.slack.deleteChannel(bad)
    const told = await until(() => town.slack.messages(`D${owner}`)[0], 'the word to the owner')
    expect(textOf(told)).toMatch(/The daily question was stopped[\s\S]*owner or admin, because the bot can’t reach any manager/u)
    await town.wait(due)
    expect([town.slack.messages(`D${owner}`).length, town.slack.messages(`D${admin}`).length]).toEqual([1, 0])
  })
})

describe('on Discord a channel', () => {
  it.each([false, true])('that is deleted stops its quiz, whether Discord says so or not (thread: %s)', async (thread) => {
    const town = await discordSettled({ thread })
    const { discord, bad: lost, ada, good: other } = town
    lost.deleted = true
    if (thread) discord.gateway.dispatch('THREAD_DELETE', { id: lost.id, guild_id: town.guild.id, parent_id: other.id, type: 11 })
    for (const morning of mornings) await town.wait(morning)
    expect(town.told()).toEqual([expect.stringMatching(/The daily question was stopped[\s\S]*The channel was deleted/u)])
    expect(town.asked('POST')).toBeLessThanOrEqual(1)
    expect(discordText(await town.type(ada, '/study-admin quizzes', {}, other))).toContain('A deleted channel')
    town.clean()
  })

  it('that is deleted is gone for its threads, too, before the next due date', async () => {
    const town = await discordSettled({ thread: true })
    const { discord, good: parent, bad: thread } = town
    for (const channel of [parent, thread]) channel.deleted = true
    discord.deleteChannel(parent)
    await until(() => town.told().length > 0, 'the word to Ada')
    await town.wait(due)
    expect(town.asked('POST')).toBe(0)
    town.clean()
  })

  it('whose manager has left is told to the owner of the server', async () => {
    const town = await discordSettled()
    const { discord, guild, ada, bob, bad: lost } = town
    guild.owner = bob
    discord.gateway.dispatch('GUILD_UPDATE', discord.guildJson(guild))
    guild.members.delete(ada.id)
    ada.closed = true
    discord.faults.plan('POST', new RegExp(`/channels/${discord.world.directChannel(ada).id}/`), { kind: 'answer', status: 403, body: { message: 'Cannot send messages to this user', code: 50007 } }, Infinity)
    discord.deleteChannel(lost)
    await until(() => town.toldTo(bob).length > 0, 'the word to the owner')
    expect(town.toldTo(bob)[0]).toMatch(/The channel was deleted[\s\S]*owner or admin/u)
    await town.wait(due)
    expect(town.toldTo(bob)).toHaveLength(1)
    town.clean()
  })

  it('that becomes an announcement channel goes on as before', async () => {
    const town = await discordSettled()
    const { discord, bad: channel } = town
    await town.wait(due)
    discord.gateway.dispatch('CHANNEL_UPDATE', { ...discord.channelJson(channel), type: 5 })
    await town.answer(town.bob, town.postIn(channel), true)
    await town.wait('2026-11-24T07:00:00Z')
    await town.wait('2026-11-24T08:00:00Z')
    expect([town.counts(), town.told()]).toEqual([[2, 2], []])
    town.clean()
  })
})

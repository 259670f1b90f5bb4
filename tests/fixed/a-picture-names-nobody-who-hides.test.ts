// A final board went on naming somebody who hides: on Discord where the bot may no longer attach files, on Slack in the picture whose text was
// deleted, or that Slack failed to delete.
import { describe, expect, it } from 'vitest'
import { finalPost, withoutBoard } from '../../src/features/final-board/final-post.ts'
import { refused } from '../fakes/discord/faults.ts'
import { textOf } from '../fakes/discord/people.ts'
import { openStage as openDiscord } from '../platforms/discord/stage.ts'
import { failureOf } from '../platforms/platform-contract.ts'
import { startedStage as startSlack } from '../platforms/slack/stage.ts'

const ending = { from: '2026-03-02', to: '2026-03-08', name: null }
const board = finalPost(ending, [{ rank: 1, person: { id: 'slack:T1/U1', name: 'Ben' }, points: 3, accuracy: 100, answered: 3, streak: 3, days: 3, you: false }], { people: 1, more: 0 })
const drawPicture = () => Promise.resolve(new Uint8Array([137, 80, 78, 71]))

describe('on Discord', () => {
  const mayNotAttach = refused(403, 50013, 'Missing Permissions')
  const start = async () => {
    const stage = await openDiscord({ drawPicture, timing: { pause: 1 } })
    await stage.start()
    const posts = () => stage.discord.world.messagesIn(stage.channel).map((message) => [textOf(message).includes('Ben'), (message.attachments ?? []).length])
    return { ...stage, posts }
  }

  it('a board comes without its picture where the bot may not attach files', async () => {
    const { platform, place, discord, posts } = await start()
    discord.faults.plan('POST', /\/messages$/u, mayNotAttach)
    await platform.announce(place, board, 'final')
    expect(posts()).toEqual([[true, 0]])
  })

  it('and loses it with the next change', async () => {
    const { platform, place, discord, posts } = await start()
    const message = await platform.announce(place, board, 'final')
    expect(posts()).toEqual([[true, 1]])
    discord.faults.plan('PATCH', /\/messages\/\d+$/u, mayNotAttach)
    await platform.redraw(message, finalPost(ending, [], { people: 0, more: 0 }))
    expect(posts()).toEqual([[false, 0]])
  })
})

describe('on Slack', () => {
  const start = async () => {
    const stage = await startSlack({ drawPicture })
    const message = await stage.platform.announce(stage.place, board, 'final')
    const pictures = () => [...stage.slack.world.uploads.values()].length
    expect(pictures()).toBe(1)
    return { ...stage, message, pictures }
  }

  it('the picture goes also where its text was deleted', async () => {
    const { platform, slack, message, pictures } = await start()
    slack.fail('chat.update', { kind: 'error', error: 'message_not_found' })
    expect(await failureOf(platform.redraw(message, withoutBoard(ending)))).toMatchObject({ code: 'refused' })
    expect(pictures()).toBe(0)
  })

  it.each([['internal_error', 'unclear'], ['token_revoked', 'busy']])('a picture that is not deleted because of %s is tried again', async (error, code) => {
    const { platform, slack, message, pictures } = await start()
    slack.fail('files.delete', { kind: 'error', error })
    expect(await failureOf(platform.redraw(message, withoutBoard(ending)))).toMatchObject({ code })
    await platform.redraw(message, withoutBoard(ending))
    expect(pictures()).toBe(0)
  })

  it('one that is gone is deleted no second time', async () => {
    const { platform, slack, message } = await start()
    await platform.redraw(message, withoutBoard(ending))
    slack.fail('files.delete', { kind: 'error', error: 'internal_error' }, Infinity)
    await expect(platform.redraw(message, withoutBoard(ending))).resolves.toBeUndefined()
  })

  it('one that the bot may not delete is left there', async () => {
    const { platform, slack, message, pictures } = await start()
    slack.fail('files.delete', { kind: 'error', error: 'cant_delete_file' }, Infinity)
    await platform.redraw(message, withoutBoard(ending))
    expect(pictures()).toBe(1)
  })
})

// Opens a public thread on a post: https://docs.discord.com/developers/resources/channel#start-thread-from-message
import { Routes } from 'discord.js'
import { PostError, type MessageRef } from '../../platform.ts'
import { hasCode } from '../connection/errors.ts'
import { toPostError } from '../connection/post-errors.ts'
import { readMessageRef } from '../ids.ts'
import { retryUnclear, type Sender } from './post.ts'

/** In minutes without a message, until Discord puts it away. One of 60, 1440, 4320, 10080. */
const archivedAfter = 4320

const hasThread = 160_004
const postIsGone = 10_008

const refusals: ReadonlyMap<number, string> = new Map([
  [50_013, 'The bot isn’t allowed to open threads in this channel. Somebody who manages the channel can allow it Create Public Threads under Edit Channel, Permissions.'],
  [50_024, 'There can’t be threads in this kind of channel.'],
  [160_006, 'The server has as many open threads as Discord allows. Somebody with Manage Threads can close some.'],
])

/** A post has one thread at most, so it is safe to repeat. Nothing happens where the post is gone. Fails with a PostError only. */
export async function openThread({ rest, pause }: Sender, ref: MessageRef, name: string): Promise<void> {
  const ids = readMessageRef(ref)
  if (ids === undefined) throw new PostError('refused', 'This message isn’t on Discord.')
  try {
    await retryUnclear(() => rest.post(Routes.threads(ids.channel, ids.message), { body: { name, auto_archive_duration: archivedAfter } }), 'post', pause)
  } catch (fault) {
    const cause = fault instanceof PostError ? fault.cause : fault
    if (hasCode(cause, hasThread, postIsGone)) return
    const code = [...refusals.keys()].find((each) => hasCode(cause, each))
    throw code === undefined ? toPostError(fault) : new PostError('refused', refusals.get(code) ?? '', { cause })
  }
}

// What the bot must be allowed to do, and why: asked for by the invite link, checked when a channel is set up.

export type Permission = { readonly name: string; readonly bit: bigint; readonly why: string }

/**
 * https://docs.discord.com/developers/topics/permissions. Components are no embeds, so Embed Links is not among them
 * (https://github.com/discord/discord-api-docs/issues/8462); replies to commands and buttons need no permission at all.
 */
const viewChannel: Permission = { name: 'View Channel', bit: 1n << 10n, why: 'to reach the channels of the daily question' }
const sendMessages: Permission = { name: 'Send Messages', bit: 1n << 11n, why: 'to post the daily question' }
const readHistory: Permission = { name: 'Read Message History', bit: 1n << 16n, why: 'to find its own post after a crash, so that it never posts twice' }
const sendInThreads: Permission = { name: 'Send Messages in Threads', bit: 1n << 38n, why: 'to post where the daily question was set up in a thread' }

export const neededPermissions: readonly Permission[] = [viewChannel, sendMessages, readHistory, sendInThreads]

/** Has every permission, whatever else is said. */
const administrator = 1n << 3n

/** What the bot lacks in a channel for the daily question. */
export function missingPermissions(granted: bigint, inThread: boolean): readonly Permission[] {
  if ((granted & administrator) !== 0n) return []
  const needed = [viewChannel, inThread ? sendInThreads : sendMessages, readHistory]
  return needed.filter(({ bit }) => (granted & bit) === 0n)
}

// The permissions that the bot needs and why: requested by the invite link, checked when a channel is set up.

type Permission = { readonly name: string; readonly bit: bigint; readonly why: string }

// Bits: https://docs.discord.com/developers/topics/permissions. Written out, so that the invite link does not load discord.js.
const viewChannel: Permission = { name: 'View Channel', bit: 1n << 10n, why: 'to reach the channels of the daily question' }
const sendMessages: Permission = { name: 'Send Messages', bit: 1n << 11n, why: 'to post the daily question' }
const readHistory: Permission = { name: 'Read Message History', bit: 1n << 16n, why: 'to find its own post after a crash, so that it never posts twice' }
const sendInThreads: Permission = { name: 'Send Messages in Threads', bit: 1n << 38n, why: 'to post where the daily question was set up in a thread' }

const openThreads: Permission = { name: 'Create Public Threads', bit: 1n << 35n, why: 'to open a thread under each question, where a manager wants that' }

/**
 * Embed Links is not needed: components are not embeds (https://github.com/discord/discord-api-docs/issues/8462). Replies to commands and
 * buttons need no permission at all.
 */
export const neededPermissions: readonly Permission[] = [viewChannel, sendMessages, readHistory, sendInThreads]

/** Everything else works without it. */
export const wishedPermissions: readonly Permission[] = [...neededPermissions, openThreads]

/** Includes every permission, whatever the other bits say. */
export const administrator = 1n << 3n

const manageServer = 1n << 5n

/** Whether somebody with these permissions has Manage Server. */
export const mayManage = (granted: bigint): boolean => (granted & (administrator | manageServer)) !== 0n

/** Whether the bot finds its own posts again with these permissions. */
export const mayReadHistory = (granted: bigint): boolean => (granted & administrator) !== 0n || [viewChannel, readHistory].every(({ bit }) => (granted & bit) !== 0n)

/** Which of the needed permissions the bot lacks in a channel or thread. */
export function missingPermissions(granted: bigint, inThread: boolean): readonly Permission[] {
  if ((granted & administrator) !== 0n) return []
  const needed = [viewChannel, inThread ? sendInThreads : sendMessages, readHistory]
  return needed.filter(({ bit }) => (granted & bit) === 0n)
}

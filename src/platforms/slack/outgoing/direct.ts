// Shows a session that lives in the direct messages with the bot: there, with a word about it where the person asked.
import type { Reply } from '../../../screens/request.ts'
import type { Screen } from '../../../screens/screen.ts'
import type { Origin } from '../origin.ts'
import { postTo, showScreen, type ShowTools } from './show.ts'

type Direct = Extract<Reply, { to: 'direct' }>

/** Slack posts to a user's id with `chat:write` alone: https://docs.slack.dev/reference/methods/chat.postMessage#app_home */
export async function showDirect(tools: ShowTools, { screen, pointer }: Direct, origin: Origin): Promise<void> {
  const { from, on } = origin
  if (on.kind === 'chat' && on.own === 'direct') return showScreen(tools, screen, true, origin)
  const posted = await postTo(tools, from.user, screen, from.user)
  if (posted === undefined) return showScreen(tools, shownHere(screen), true, origin)
  const wasAskedThere = on.kind === 'chat' && on.own === null && on.direct === posted.channel
  if (!wasAskedThere) await showScreen(tools, withLink(pointer, permalink(tools.workspace, posted)), true, origin)
}

/** For people who take no direct messages, or while Slack refuses them: `messages_tab_disabled`, rate limits. */
function shownHere(screen: Screen): Screen {
  const why = 'I can’t send you a direct message, so here it is. Only you see it. If it disappears, type the command again.'
  return { ...screen, above: [{ kind: 'paragraph', text: [why] }, ...(screen.above ?? [])] }
}

function withLink(pointer: Screen, url: string): Screen {
  return { ...pointer, blocks: [...pointer.blocks, { kind: 'paragraph', text: [{ kind: 'link', text: 'Go to the message', url }] }] }
}

/** As chat.getPermalink makes it: https://docs.slack.dev/reference/methods/chat.getPermalink */
const permalink = (workspace: string, { channel, ts }: { readonly channel: string; readonly ts: string }) =>
  `${workspace.replace(/\/$/u, '')}/archives/${channel}/p${ts.replace('.', '')}`

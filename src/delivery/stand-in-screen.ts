// News for managers, as those read it whom the bot tells instead: an owner or admin, or everyone in the channel.
import type { Screen } from '../screens/screen.ts'

export function standInScreen(news: Screen): Screen {
  return withNote(news, 'You get this as an owner or admin, because the bot can’t reach any manager of this daily question.')
}

export function inChannelScreen(news: Screen): Screen {
  return withNote(news, 'This is posted here because the bot can’t send a direct message to any manager of this daily question.')
}

const withNote = (news: Screen, why: string): Screen => ({ ...news, blocks: [...news.blocks, { kind: 'footnote', text: [why] }] })

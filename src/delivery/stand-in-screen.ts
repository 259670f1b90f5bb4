// News for managers, as an owner or admin reads it whom the bot tells instead.
import type { Screen } from '../screens/screen.ts'

export function standInScreen(news: Screen): Screen {
  const why = 'You get this as an owner or admin, because the bot can’t reach any manager of this daily question.'
  return { ...news, blocks: [...news.blocks, { kind: 'footnote', text: [why] }] }
}

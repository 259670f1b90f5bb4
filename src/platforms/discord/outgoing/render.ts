// A screen as a message of Discord's components (V2): one container in the color of its tone.
import type { APIComponentInContainer } from 'discord.js'
import type { Commands } from '../../../commands/commands.ts'
import { withCurlyQuotes } from '../../../screens/curly-quotes.ts'
import { toneMarks, type Screen } from '../../../screens/screen.ts'
import { limits } from '../connection/limits.ts'
import { uniqueIds } from '../custom-id.ts'
import { readRole } from '../ids.ts'
import { blockParts } from './blocks.ts'
import { line } from './markdown.ts'
import { componentType, type AttachedNames, type DiscordMessage } from './message.ts'
import type { Part } from './parts.ts'
import { andMore, type Budget } from './shorten.ts'
import type { CommandIds } from './typed-command.ts'
import { violations } from './violations.ts'

/** IS_COMPONENTS_V2: https://docs.discord.com/developers/resources/message#message-object-message-flags */
const componentsV2 = 1 << 15

/** From everything to very little: the first that Discord accepts is sent. The last one fits any screen. */
const budgets: readonly Omit<Budget, 'commands' | 'commandIds' | 'attached'>[] = [
  { length: limits.text, items: 40, blocks: 60, merged: false },
  { length: limits.text, items: 40, blocks: 60, merged: true },
  ...[1500, 1000, 700, 500, 350, 250].map((length) => ({ length, items: 40, blocks: 60, merged: true })),
  { length: 250, items: 20, blocks: 40, merged: true },
  { length: 150, items: 10, blocks: 30, merged: true },
  { length: 80, items: 6, blocks: 20, merged: true },
  { length: 40, items: 4, blocks: 12, merged: true },
  { length: 16, items: 3, blocks: 8, merged: true },
]

const noIds: CommandIds = new Map()

const noFiles: AttachedNames = new Map()

/**
 * The whole screen if it fits; otherwise shortened, and marked where it was. Without ids, commands are shown as what to type.
 *
 * @param attached the names of the files that are sent with it
 */
export function render(given: Screen, commands: Commands, commandIds = noIds, attached = noFiles): DiscordMessage {
  const screen = withCurlyQuotes(given)
  let message = draw(screen, { commands, commandIds, attached, length: 8, items: 2, blocks: 4, merged: true })
  for (const budget of budgets) {
    const next = draw(screen, { ...budget, commands, commandIds, attached })
    if (violations(next).length === 0) return next
    message = next
  }
  return message
}

/** Discord's own colors for success, danger and warning, and its blue. */
const toneColors: Readonly<Record<Screen['tone'], number>> = { plain: 0x5865f2, right: 0x57f287, wrong: 0xed4245, warning: 0xfee75c }

function draw(screen: Screen, budget: Budget): DiscordMessage {
  const customId = uniqueIds()
  const title = line(screen.title, budget.length)
  const shown = screen.blocks.slice(0, budget.blocks)
  const left = screen.blocks.length - shown.length
  const parts: Part[] = [
    ...(screen.above ?? []).flatMap((block) => blockParts(block, budget, customId)),
    { text: title === '' ? '' : `## ${toneMarks[screen.tone]}${title}` },
    ...shown.flatMap((block) => blockParts(block, budget, customId)),
    ...(left > 0 ? [{ text: andMore(left, ' parts') }] : []),
  ]
  const role = screen.pings === undefined ? undefined : readRole(screen.pings)?.role
  const drawn = toComponents(parts.filter(hasWords), budget.merged)
  const components = drawn.length === 0 ? [{ type: componentType.text, content: '…' }] : drawn
  return {
    flags: componentsV2,
    components: [{ type: componentType.container, accent_color: toneColors[screen.tone], components }],
    allowed_mentions: role === undefined ? { parse: [] } : { parse: [], roles: [role] },
  }
}

/** False for a text of markup alone, for example a heading without words. */
function hasWords(part: Part): boolean {
  return 'component' in part || /[^\s#*_-]/u.test(part.text)
}

function toComponents(parts: readonly Part[], merged: boolean): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = []
  let before: Part | undefined
  for (const part of parts) {
    const last = components.at(-1)
    if ('component' in part) components.push(part.component)
    else if (last?.type === componentType.text && before !== undefined && 'text' in before && (merged || belongTogether(before, part))) {
      last.content += `${belongTogether(before, part) ? '\n' : '\n\n'}${part.text}`
    } else components.push({ type: componentType.text, content: part.text })
    before = part
  }
  return components
}

function belongTogether(before: Part, next: Part): boolean {
  if (!('text' in before) || !('text' in next)) return false
  return before.joins === 'heading' || (before.joins === 'footnote' && next.joins === 'footnote')
}

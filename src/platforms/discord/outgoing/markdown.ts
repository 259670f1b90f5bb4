// Text of the screens as Discord's markdown.
import type { Commands } from '../../../commands/commands.ts'
import { isolated } from '../../../screens/isolate.ts'
import { partsOf, type CodeBlock, type Inline, type Text } from '../../../screens/text.ts'
import { readPerson, readPlace, readRole } from '../ids.ts'
import { clean, cleanCode, cleanLine, cut, escape } from './escape.ts'
import { commandMention, typedCommand, type CommandIds } from './typed-command.ts'

/** `length`: the most characters of a single string; longer ones end in an ellipsis. */
export type TextOptions = { readonly length: number; readonly commands: Commands; readonly commandIds: CommandIds }

export const markdown = (text: Text, options: TextOptions): string => markdownLines(text, options).join('\n')

/** The words and the blocks of code in turn. @param mark what is done to the words alone, such as a mark in front of each line */
export function markdownLines(text: Text, options: TextOptions, mark = (words: string) => words): readonly string[] {
  return partsOf(text).flatMap((part) => {
    const drawn = 'kind' in part ? block(part, options.length) : mark(words(part, options))
    return drawn === '' ? [] : [drawn]
  })
}

function words(text: Text, options: TextOptions): string {
  let written = ''
  for (const part of text) {
    const next = inline(part, options)
    // Two adjacent bold parts would be read as one with stars in it, and two of code as one with backticks in it.
    written += /[*`]$/u.test(written) && written.at(-1) === next[0] ? `\u200B${next}` : next
  }
  return written.trim()
}

/** https://docs.discord.com/developers/reference#message-formatting */
function block({ text, language }: CodeBlock, length: number): string {
  const inner = cut(cleanCode(text), length)
  return inner.trim() === '' ? '' : `\`\`\`${language ?? ''}\n${inner}\n\`\`\``
}

/** A text on one line, whatever is in it. */
export const markdownLine = (text: Text, options: TextOptions): string =>
  markdown(text.map((part): Inline => (typeof part === 'string' ? part.replaceAll(/\s*\n\s*/gu, ' ') : part.kind === 'code-block' ? { kind: 'code', text: part.text } : part)), options)

/** Plain text on one line. */
export function line(text: string, length: number): string {
  return escape(cut(cleanLine(text), length))
}

export function bold(text: string, length: number): string {
  const inner = line(text, length)
  return inner === '' ? '' : `**${inner}**`
}

function inline(part: Inline, options: TextOptions): string {
  const { length } = options
  if (typeof part === 'string') return escape(cut(clean(part), length))
  switch (part.kind) {
    case 'strong':
      return spaced(part.text, bold(part.text, length))
    case 'code':
    case 'code-block':
      return code(part.text, length)
    case 'command':
      return command(part.line, options)
    case 'link':
      return link(part.text, part.url, length)
    case 'person':
      return person(part.id, part.name, length)
    case 'place':
      return place(part.id)
    case 'mention':
      return mention(part.id)
    case 'moment':
      return moment(part)
  }
}

/** Puts spaces at the ends of `text` outside its stars: `** word**` is not bold in every client. */
function spaced(text: string, inner: string): string {
  const [before, after] = [/^\s/u.test(text) ? ' ' : '', /\s$/u.test(text) ? ' ' : '']
  return inner === '' ? '' : before + inner + after
}

function code(text: string, length: number): string {
  const inner = cut(cleanLine(text), length)
  if (inner === '') return ''
  const fence = '`'.repeat(Math.max(0, ...(inner.match(/`+/gu) ?? []).map((run) => run.length)) + 1)
  // Three in a row begin a block.
  if (fence.length > 2) return escape(inner)
  const edge = fence.length > 1 ? ' ' : ''
  return fence + edge + inner + edge + fence
}

/** Clients show a mention as a link that starts the command. Its values stay to be typed. */
function command(typed: string, { length, commands, commandIds }: TextOptions): string {
  const mentioned = commandMention(typed, commands, commandIds)
  return mentioned === undefined ? code(typedCommand(typed, commands), length) : `${mentioned.mention} ${line(mentioned.values, length)}`.trimEnd()
}

function link(text: string, url: string, length: number): string {
  const address = webAddress(url)
  if (address === undefined) return `${line(text, length)} (${line(url, length)})`
  return `[${line(text, length) || line(address, length)}](<${address}>)`
}

/** In characters. Longer than any address in the course, and short enough that one cannot fill a message. */
const longestAddress = 500

function webAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if ((protocol !== 'https:' && protocol !== 'http:') || href.length > longestAddress) return undefined
  return href.replace(/[<>()\s\\]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

/**
 * The name, not a mention. A mention of somebody who left the server shows as a number or `@unknown-user`, and so does one of somebody
 * whom the reader's client has not loaded yet. If the bot does not know the name, only a mention can show it; `allowed_mentions` keeps it
 * from pinging.
 */
export function person(id: string, name: string, length: number): string {
  const shown = line(name, length)
  if (shown !== '') return isolated(shown)
  const ids = readPerson(id)
  return ids === undefined ? 'a member' : `<@${ids.user}>`
}

/** Clients show it as the channel's name and a link: https://docs.discord.com/developers/reference#message-formatting */
function place(id: string): string {
  const ids = readPlace(id)
  return ids === undefined ? 'a channel' : `<#${ids.channel}>`
}

/** Pings only where `allowed_mentions` allows this role. */
function mention(id: string): string {
  const role = readRole(id)?.role
  return role === undefined ? 'a role' : `<@&${role}>`
}

/** Clients show it in the reader's zone and language: https://docs.discord.com/developers/reference#message-formatting */
function moment(part: Extract<Inline, { kind: 'moment' }>): string {
  const seconds = Math.floor(part.at / 1000)
  switch (part.show) {
    case 'time':
      return `<t:${seconds}:t>`
    case 'date':
      return `<t:${seconds}:D>`
    case 'both':
      return `<t:${seconds}:f> (<t:${seconds}:R>)`
  }
}

// Text of the screens as Discord's markdown.
import type { Commands } from '../../../commands/commands.ts'
import type { Inline, Text } from '../../../screens/text.ts'
import { clean, cleanLine, cut, escape } from './escape.ts'
import { readPerson, readPlace } from '../ids.ts'
import { typedCommand } from './typed-command.ts'

/** `length`: how long each single string may be; what is longer ends in an ellipsis. */
export type Manner = { readonly length: number; readonly commands: Commands }

export function markdown(text: Text, manner: Manner): string {
  let written = ''
  for (const part of text) {
    const next = inline(part, manner)
    // Two bold parts that touch would be read as one with stars in it.
    written += written.endsWith('*') && next.startsWith('*') ? `\u200B${next}` : next
  }
  return written.trim()
}

/** A string of the screens that is one line of its own. */
export function line(text: string, length: number): string {
  return escape(cut(cleanLine(text), length))
}

export function bold(text: string, length: number): string {
  const inner = line(text, length)
  return inner === '' ? '' : `**${inner}**`
}

function inline(part: Inline, { length, commands }: Manner): string {
  if (typeof part === 'string') return escape(cut(clean(part), length))
  switch (part.kind) {
    case 'strong':
      return around(part.text, bold(part.text, length))
    case 'code':
      return code(part.text, length)
    case 'command':
      return code(typedCommand(part.line, commands), length)
    case 'link':
      return link(part.text, part.url, length)
    case 'person':
      return person(part.id, part.name, length)
    case 'place':
      return place(part.id)
    case 'moment':
      return moment(part)
  }
}

/** The spaces around a bold word stay outside of the stars: `** word**` is not bold on every client. */
function around(text: string, inner: string): string {
  const [before, after] = [/^\s/u.test(text) ? ' ' : '', /\s$/u.test(text) ? ' ' : '']
  return inner === '' ? '' : before + inner + after
}

function code(text: string, length: number): string {
  const inner = cut(cleanLine(text), length)
  return inner === '' || inner.includes('`') ? escape(inner) : `\`${inner}\``
}

function link(text: string, url: string, length: number): string {
  const address = webAddress(url)
  if (address === undefined) return `${line(text, length)} (${line(url, length)})`
  return `[${line(text, length) || line(address, length)}](<${address}>)`
}

/** Longer than any address in the course, short enough that one cannot fill a message. */
const longestAddress = 500

function webAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if ((protocol !== 'https:' && protocol !== 'http:') || href.length > longestAddress) return undefined
  return href.replace(/[<>()\s\\]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

/**
 * The name, not a mention: for somebody who left the server a mention shows as a number or `@unknown-user`, and one that nobody
 * on the reader's screen has met does so until it is loaded. Where the bot does not know the name the mention is the only one
 * who can say it; `allowed_mentions` keeps it from pinging.
 */
export function person(id: string, name: string, length: number): string {
  const shown = line(name, length)
  if (shown !== '') return shown
  const known = readPerson(id)
  return known === undefined ? 'a member' : `<@${known.user}>`
}

/** Its name, which leads there: https://docs.discord.com/developers/reference#message-formatting */
function place(id: string): string {
  const known = readPlace(id)
  return known === undefined ? 'a channel' : `<#${known.channel}>`
}

/** In the zone and language of whoever reads it: https://docs.discord.com/developers/reference#message-formatting */
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

// Blocks as Slack's client shows them: markup obeyed and gone. Written apart from the renderer, to check it.
import { list, raw, string, type Raw } from '../../fakes/slack/raw.ts'

/** What `<…>` becomes. https://docs.slack.dev/messaging/formatting-message-text/#advanced */
function angle(inside: string): string {
  const date = /^!date\^(\d+)\^([^|^]*)(?:\^[^|]*)?\|([\s\S]*)$/u.exec(inside)
  if (date !== null) {
    const [, seconds = '', format = '', fallback = ''] = date
    // A format without a known token shows the fallback.
    return /\{(date|time|ago)/u.test(format) ? `MOMENT${Number(seconds)}${format}` : fallback
  }
  if (/^!(channel|here|everyone)\b/u.test(inside)) return 'PING'
  if (/^[@#!]/u.test(inside)) return 'MENTION'
  const [url = '', label = url] = inside.split('|')
  return `${label} ${url}`
}

const entity = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** Bold, italics, strike and code where the marks stand at the edge of words, as Slack reads them; emoji by name. */
export function visibleMrkdwn(text: string): string {
  // What comes out of a date or a link is not read again: it is kept aside under a mark that nobody types.
  const aside: string[] = []
  const hidden = text.replace(/<([^<>]+)>/gu, (_, inside: string) => `\u{F0000}${aside.push(angle(inside)) - 1}\u{F0001}`)
  const obeyed = hidden
    .replace(/`([^`\n]+)`/gu, '$1')
    .replace(/(^|[\s(“”"'.,:;!?-])([*_~])(?=\S)([^\n]*?\S)\2(?=$|[\s)“”"'.,:;!?-])/gmu, '$1$3')
    .replace(/:[a-z0-9_+'-]+:/giu, 'EMOJI')
  return entity(obeyed.replace(/\u{F0000}(\d+)\u{F0001}/gu, (_, index: string) => aside[Number(index)] ?? ''))
}

function textObject(value: unknown): string {
  const { type, text, emoji } = raw(value)
  if (type === 'mrkdwn') return visibleMrkdwn(string(text))
  return emoji === false ? string(text) : string(text).replace(/:[a-z0-9_+-]+:/gu, 'EMOJI')
}

function richElement(element: Raw): string {
  switch (element['type']) {
    case 'text':
      return string(element['text'])
    case 'link':
      return `${string(element['text'])} ${string(element['url'])}`
    case 'user':
      return `MENTION ${string(element['user_id'])}`
    case 'broadcast':
      return 'PING'
    case 'date':
      return `MOMENT${String(element['timestamp'])}${string(element['format'])}`
    default:
      return list(element['elements']).map(raw).map(richElement).join(element['type'] === 'rich_text_list' ? '\n' : '')
  }
}

function visibleBlock(block: Raw): string {
  switch (block['type']) {
    case 'header':
    case 'section':
      return textObject(block['text'])
    case 'context':
      return list(block['elements']).map(textObject).join(' ')
    case 'table':
      return list(block['rows']).flatMap(list).map((cell) => visibleBlock(raw(cell))).join('\n')
    case 'rich_text':
      return list(block['elements']).map(raw).map(richElement).join('\n')
    case 'actions':
      return list(block['elements']).map((element) => textObject(raw(element)['text'])).join('\n')
    case 'input':
      return [block['label'], ...list(raw(block['element'])['options']).map((option) => raw(option)['text'])].map(textObject).join('\n')
    case 'image':
      return `(image: ${string(block['alt_text'])})`
    case 'divider':
      return ''
    default:
      throw new Error(`no idea how Slack shows a block of type ${String(block['type'])}`)
  }
}

/** All words of a message or a view, with the labels of what can be pressed. */
export function visibleText(blocks: readonly unknown[]): string {
  return blocks.map((block) => visibleBlock(raw(block))).join('\n')
}

/** What a notification says: the same reading, of the text beside the blocks. */
export const visibleNotification = (text: string): string => entity(text.replace(/<([^<>]+)>/gu, (_, inside: string) => angle(inside)))

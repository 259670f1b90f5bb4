// A message of Discord as its client shows it: markdown obeyed and gone. Written apart from the renderer, to check it.
import type { DiscordMessage } from '../../../src/platforms/discord/outgoing/message.ts'
import { allComponents, type Component } from '../../fakes/discord/world.ts'

type Rule = readonly [RegExp, (match: RegExpExecArray) => string]

/** Tried in this order at each place of the text, as Discord's own parser does. */
const rules: readonly Rule[] = [
  [/\\([^0-9A-Za-z\s])/uy, ([, mark = '']) => mark],
  [/```(?:[a-z]*\n)?([\s\S]*?)```/uy, ([, code = '']) => code],
  [/(`+)([\s\S]*?[^`])\1(?!`)/uy, ([, , code = '']) => code],
  [/\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)/uy, ([, text = '', url = '']) => `${visible(text)} ${url}`],
  [/<t:(-?\d+)(?::([a-zA-Z]))?>/uy, ([, seconds = '', style = '']) => `MOMENT${seconds}${style}`],
  [/<(@[!&]?|#|\/[^:>]+:|a?:[^:>]+:|id:)\d*>/uy, () => 'MENTION'],
  [/@(everyone|here)/uy, () => 'PING'],
  [/https?:\/\/[^\s<]+/uy, () => 'AUTOLINK'],
  [/:[^\s:]+:/uy, () => 'EMOJI'],
  [/\*\*|\*|__|_|~~|\|\|/uy, () => ''],
]

/** No rule begins with any of these. By code units: a run may begin in the middle of a letter. */
const plain = /[^\\`[<@h:*_~|\n]+/y

const lineStart: Rule = [/(?:#{1,3} |-# |>>> |> |[-*] |\d+\. )/uy, () => '']

export function visible(markdown: string): string {
  let shown = ''
  for (let at = 0; at < markdown.length; ) {
    const atStart = at === 0 || markdown[at - 1] === '\n'
    plain.lastIndex = at
    const run = atStart ? null : plain.exec(markdown)
    if (run !== null) {
      shown += run[0]
      at += run[0].length
      continue
    }
    const rule = [...(atStart ? [lineStart] : []), ...rules].map(([pattern, write]) => matched(pattern, write, markdown, at)).find((match) => match !== undefined)
    shown += rule?.shown ?? markdown[at]
    at += rule?.length ?? 1
  }
  return shown.replaceAll('\u200B', '').replaceAll('\u00A0', ' ')
}

function matched(pattern: RegExp, write: Rule[1], text: string, at: number) {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match === null ? undefined : { shown: write(match), length: match[0].length }
}

/** All words of a message, with the labels of its controls. */
export function visibleText(message: DiscordMessage): string {
  return allComponents(message.components as unknown as readonly Component[]).map(componentText).join('\n')
}

function componentText(component: Component): string {
  const options = (component['options'] ?? []) as readonly { readonly label: string }[]
  if (component.type === 10) return visible(String(component['content']))
  return [component['label'], component['placeholder'], ...options.map(({ label }) => label)].filter((text) => text !== undefined).join('\n')
}

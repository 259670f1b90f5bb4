// Text of the screens as styled spans.
import type { Zone } from '../../../core/time.ts'
import { plain, plainMoment, type Inline, type Text } from '../../../screens/text.ts'
import { cleanLine } from '../clean.ts'
import { nameIn, terminalPlace } from '../ids.ts'
import { span, type Line, type Span } from './styled.ts'

/** @param zone the reader's own zone, whose name is left out */
export const toSpans = (text: Text, zone: Zone | undefined): Line => text.map((part) => inline(part, zone))

function inline(part: Inline, zone: Zone | undefined): Span {
  if (typeof part === 'string') return span(part)
  switch (part.kind) {
    case 'strong':
      return span(part.text, 'strong')
    case 'code':
      return span(part.text, 'typed')
    case 'command':
      return span(`/study ${part.line}`, 'typed')
    case 'link':
      return span(part.text === part.url ? part.url : `${part.text} (${part.url})`)
    case 'person':
      return span(personName(part.id, part.name))
    case 'place':
      return span(part.id === terminalPlace ? 'this terminal' : 'another channel')
    case 'mention':
      return span(plain([part]))
    case 'moment':
      return span(moment(part, zone))
  }
}

function moment({ at, zone: shownIn, show }: Extract<Inline, { readonly kind: 'moment' }>, zone: Zone | undefined): string {
  const text = plainMoment(at, shownIn, show)
  return shownIn === zone ? text.replace(` (${zone})`, '') : text
}

function personName(id: string, name: string): string {
  const shown = cleanLine(name === '' ? (nameIn(id) ?? '') : name)
  return shown === '' ? 'a member' : shown
}

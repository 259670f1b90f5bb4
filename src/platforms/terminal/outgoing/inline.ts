// Text of the screens as styled spans.
import type { Instant, Zone } from '../../../core/time.ts'
import { partsOf, plain, plainMoment, type Inline, type Text } from '../../../screens/text.ts'
import { cleanLine } from '../clean.ts'
import { nameIn, terminalPlace } from '../ids.ts'
import { span, type Line, type Span } from './styled.ts'

/** Where and when somebody reads. `zone`: their own, whose name is left out. `now`: the year of a moment in another one is shown. */
export type Reader = { readonly zone?: Zone | undefined; readonly now?: Instant | undefined }

/** Blocks of code on lines of their own. */
export function toSpans(text: Text, reader: Reader): Line {
  return partsOf(text).flatMap((part, at): Line => [...(at === 0 ? [] : [span('\n')]), ...('kind' in part ? [inline(part, reader)] : part.map((each) => inline(each, reader)))])
}

function inline(part: Inline, reader: Reader): Span {
  if (typeof part === 'string') return span(part)
  switch (part.kind) {
    case 'strong':
      return span(part.text, 'strong')
    case 'code':
      return span(part.text, 'typed')
    case 'code-block':
      return span(part.text, 'code')
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
      return span(moment(part, reader))
  }
}

function moment({ at, zone: shownIn, show }: Extract<Inline, { readonly kind: 'moment' }>, { zone, now }: Reader): string {
  const text = plainMoment(at, shownIn, show, now)
  return shownIn === zone ? text.replace(` (${zone})`, '') : text
}

function personName(id: string, name: string): string {
  const shown = cleanLine(name === '' ? (nameIn(id) ?? '') : name)
  return shown === '' ? 'a member' : shown
}

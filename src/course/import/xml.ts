// A small reader of XML: elements, attributes, texts, and nothing that could grow or fetch anything. A file with a DTD is refused.
import { withoutEntities } from './plain-text.ts'

export type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly Element[]; readonly text: string }

type Open = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: Element[]; text: string }

/** Deeper than any file of questions. */
const deepest = 40

const token = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)|</gu

export function readXml(text: string): Element | { readonly problem: string } {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) return { problem: 'The file has a DTD, which the bot doesn’t read. Export it again without one.' }
  const root: Open = { name: '', attributes: {}, children: [], text: '' }
  const open: Open[] = [root]
  for (const [whole, cdata, closing, name, attributes = '', selfClosed, words] of text.matchAll(token)) {
    const current = open.at(-1) ?? root
    if (cdata !== undefined) current.text += cdata
    else if (words !== undefined) current.text += withoutEntities(words)
    else if (whole === '<') return { problem: 'The file is no valid XML: there is a “<” where none belongs.' }
    else if (name === undefined) continue
    else if (closing === '/') {
      if (current.name !== name || open.length === 1) return { problem: `The file is no valid XML: </${name.slice(0, 40)}> closes nothing.` }
      open.pop()
    } else {
      const element: Open = { name, attributes: attributesIn(attributes), children: [], text: '' }
      current.children.push(element)
      if (selfClosed !== '/') open.push(element)
      if (open.length > deepest) return { problem: 'The file is nested too deep for a file of questions.' }
    }
  }
  if (open.length > 1) return { problem: `The file is no valid XML: <${open.at(-1)?.name.slice(0, 40) ?? ''}> isn’t closed.` }
  const [only] = root.children
  return only ?? { problem: 'The file has nothing in it.' }
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(([, name = '', double, single]) => [name, withoutEntities(double ?? single ?? '')]))
}

export const childNamed = ({ children }: Element, name: string): Element | undefined => children.find((child) => child.name === name)

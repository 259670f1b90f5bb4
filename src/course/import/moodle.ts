// Moodle XML: https://docs.moodle.org/en/Moodle_XML_format
import { lastPart } from './gift.ts'
import { item, labeled, unreadable, textOnly, type Item } from './items.ts'
import { splitParts } from './parts-of-text.ts'
import { hasPicture, htmlToText } from './plain-text.ts'
import { childNamed, readXml, type Element } from './xml.ts'

export const looksLikeMoodle = (text: string): boolean => /^\s*(?:<\?xml|<quiz\b)/iu.test(text)

export function readMoodle(text: string): readonly Item[] | { readonly problem: string } {
  const root = readXml(text)
  if ('problem' in root) return root
  if (root.name !== 'quiz') return { problem: `This isn’t Moodle XML: it begins with <${root.name.slice(0, 40)}> and not with <quiz>.` }
  let topic = ''
  return root.children.filter(({ name }) => name === 'question').flatMap((question) => {
    if (question.attributes['type'] === 'category') {
      topic = lastPart(textIn(question, 'category')) ?? topic
      return []
    }
    return [labeled(readOne(question), { name: childNamed(question, 'idnumber')?.text || textIn(question, 'name'), topic })]
  })
}

const kinds: Readonly<Record<string, string>> = { shortanswer: 'a typed answer', numerical: 'a number', matching: 'pairs', essay: 'an essay', cloze: 'gaps to fill', ddwtos: 'words to drag' }

function readOne(question: Element): Item {
  const html = textIn(question, 'questiontext')
  const stem = htmlToText(html)
  const type = question.attributes['type'] ?? ''
  if (type !== 'multichoice' && type !== 'truefalse') return unreadable(stem, `It asks for ${kinds[type] ?? 'something else'}. The bot can only offer options to choose.`)
  const answers = question.children.filter(({ name }) => name === 'answer')
  if (hasPicture([html, ...answers.map(ownText)].join(' '))) return unreadable(stem, textOnly)
  const fractions = answers.map((answer) => Number(answer.attributes['fraction'] ?? 0))
  const best = Math.max(...fractions)
  // Where one has to be chosen, or one is worth everything, the others only get a part of the points.
  const isSingle = best >= 100 || /^(?:true|1)$/iu.test(childNamed(question, 'single')?.text.trim() ?? '')
  const options = answers.map((answer, at) => ({ text: htmlToText(ownText(answer)), right: (fractions[at] ?? 0) >= (isSingle ? Math.max(best, 0.001) : 0.001), why: htmlToText(textIn(answer, 'feedback')) }))
  const general = splitParts(htmlToText(textIn(question, 'generalfeedback')))
  const ofRight = options.filter(({ right, why }) => right && why !== '').map(({ why }) => why).join(' ')
  return item({ stem, options: options.map((option) => (type === 'truefalse' ? { ...option, text: option.text.replace(/^./u, (letter) => letter.toUpperCase()) } : option)), ...general, explanation: general.explanation || ofRight })
}

const ownText = (element: Element): string => childNamed(element, 'text')?.text ?? element.text

function textIn(element: Element, name: string): string {
  const child = childNamed(element, name)
  return child === undefined ? '' : ownText(child)
}

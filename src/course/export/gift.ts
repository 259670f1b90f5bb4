// https://docs.moodle.org/en/GIFT_format
import { readCode } from '../../core/code-marks.ts'
import type { Course } from '../course.ts'
import { joinParts } from '../import/parts-of-text.ts'
import { textsByTopic, type QuestionText } from './question-text.ts'

export function giftText(course: Course): string {
  return [...textsByTopic(course)].map(([topic, questions]) => [`$CATEGORY: ${topic.replaceAll('/', '//')}`, ...questions.map(oneQuestion)].join('\n\n')).join('\n\n').concat('\n')
}

function oneQuestion({ id, stem, image, options, ...parts }: QuestionText): string {
  const right = options.filter((option) => option.right).length
  const weight = right === 1 ? '' : `%${Number((100 / right).toFixed(5))}%`
  const answers = options.map((option) => {
    const sign = option.right ? (right === 1 ? '=' : `~${weight}`) : right === 1 ? '~' : '~%-100%'
    return `  ${sign}${escaped(option.text)}${option.why === '' ? '' : `#${escaped(option.why)}`}`
  })
  return [`::${escaped(id)}:: ${image === undefined ? escaped(stem) : withoutSigns(`[html]${asHtml(stem)}<br><img src="${image.file}" alt="${withoutTags(image.alt).replaceAll('"', '&quot;')}">`)} {`, ...answers, `  ####${escaped(joinParts(parts))}`, '}'].join('\n')
}

/** An empty line would end the question, and what looks like a tag would be one. */
const escaped = (text: string): string => withoutSigns(/`|~~~/u.test(text) ? `[html]${asHtml(text)}` : withoutTags(text))

/** Moodle has no backticks for code. */
const asHtml = (text: string): string =>
  readCode(text).map((piece, at, all) => (piece.kind === 'text' ? withoutTags(all[at + 1]?.kind === 'block' ? piece.source.replace(/\n$/u, '') : piece.source).replaceAll('\n', '<br>') : piece.kind === 'span' ? `<code>${withoutTags(piece.text)}</code>` : `<pre><code>${withoutTags(piece.text)}</code></pre>`)).join('')

const withoutTags = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const withoutSigns = (text: string): string => text.replaceAll(/[~=#{}:\\]/gu, String.raw`\$&`).replaceAll('\n', String.raw`\n`)

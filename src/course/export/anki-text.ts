// Notes that Anki imports as text: https://docs.ankiweb.net/importing/text-files.html
// The first column is the note's own name there, so that a later import changes cards instead of doubling them.
import { readCode } from '../../core/code-marks.ts'
import { optionLetters } from '../../core/team-question.ts'
import type { Course } from '../course.ts'
import { titled } from '../import/into/sources.ts'
import { questionText, type QuestionText } from './question-text.ts'

export function ankiText(course: Course): string {
  const head = ['#separator:tab', '#html:true', '#guid column:1', '#tags column:4', '#deck column:5']
  const deckOf = (topic: string): string => plain(`${course.title}::${course.byId.topics.get(topic)?.title ?? topic}`)
  const cards = course.flashcards.map(({ id, topic, front, back, sources }) => {
    const read = sources.map(titled).join('; ')
    return [nameOf(course, id), ankiField(front), `${ankiField(back)}${smallPrint(read)}`, `${topic} card`, deckOf(topic)]
  })
  const questions = course.questions.map((question) => {
    const { front, back } = sidesOf(questionText(course, question))
    return [nameOf(course, question.id), front, back, `${question.topic} question`, deckOf(question.topic)]
  })
  return [...head, ...[...cards, ...questions].map((row) => row.map(ankiCell).join('\t'))].join('\n').concat('\n')
}

/** Ids differ within a course. */
const nameOf = (course: Course, id: string): string => `${id}~${course.id}`

function sidesOf({ stem, image, options, explanation, keyPoint, source }: QuestionText): { readonly front: string; readonly back: string } {
  const lettered = options.map((option, at) => ({ ...option, letter: (optionLetters[at] ?? '').toUpperCase() }))
  // Anki looks for it among its own media, by its name alone.
  const picture = image === undefined ? [] : [`<img src="${image.file.replace(/^pictures\//u, '')}" alt="${escaped(plain(image.alt)).replaceAll('"', '&quot;')}">`]
  const front = [ankiField(stem), ...picture, ...lettered.map(({ letter, text }) => `${letter}. ${ankiField(text)}`)].join('<br>')
  const right = lettered.filter((option) => option.right).map(({ letter, text }) => `<b>${letter}. ${ankiField(text)}</b>`)
  const back = [...right, ankiField(explanation), ...(keyPoint === '' ? [] : [`<i>${ankiField(keyPoint)}</i>`])].join('<br>')
  return { front, back: `${back}${smallPrint(source)}` }
}

/** Where it can be read: an import leaves it out. */
const smallPrint = (source: string): string => `<br><small>${ankiField(source)}</small>`

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ')

export const ankiField = (text: string): string => readCode(text).map((piece) => (piece.kind === 'text' ? escaped(plain(piece.text)) : piece.kind === 'span' ? `<code>${escaped(piece.text)}</code>` : preformatted(piece.text))).join('')

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** On one line of the file. */
const preformatted = (code: string): string => `<pre><code>${escaped(code).replaceAll('\n', '<br>')}</code></pre>`

export const ankiCell = (text: string): string => (text.includes('"') || text.startsWith('#') ? `"${text.replaceAll('"', '""')}"` : text)

// Everything that people read is spelled the American way: screens, help, the README, and the courses with their documents.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { filesIn, textsOf } from './texts.ts'

/** Words that end so in American English as well. */
const withS = new Set(
  `advertise advise anise appraise arise braise bruise chaise chastise cheese circumcise clockwise comprise compromise concise cruise demise despise devise disguise enterprise
  excise exercise expertise franchise guise improvise incise likewise liaise malaise merchandise noise otherwise paradise poise porpoise praise precise premise promise raise
  reprise revise rise supervise surprise televise treatise turquoise unwise wise`.split(/\s+/u),
)

const british = [
  /\b(?:fulfil|fulfils|fulfilment|skilful|wilful|instalments?|enrols?|enrolment)\b/iu,
  /\b(?:colou?r|behaviou?r|favou?r|honou?r|neighbou?r|labou?r|harbou?r|humou?r|rumou?r|vapou?r)(?<=our)/iu,
  /\b(?:centre|metre|litre|theatre|licence|defence|offence|programme|catalogue|dialogue box|cheque|grey|tyre|storey|mould|ageing|judgement|adviser|aluminium|maths)s?\b/iu,
  /\b(?:analys|catalys|paralys|practis)(?:e|ed|er|ing)\b/iu,
  /\b(?:cancel|label|model|travel|signal|level|fuel|total|counsel|channel|marvel|dial)l(?:ed|ing|er|ers)\b/iu,
  /\b(?:whilst|amongst|towards|learnt|spelt|dreamt|for ever|fortnight|start-ups?|o['’]clock)\b/iu,
  /(?<!\bstay )\bflats?\b(?! (?:design|network|rate|file|list|structure|fee))|\bblock of flats\b/iu,
]

/** British words in the text, one of each kind. */
function britishIn(text: string): readonly string[] {
  const words = text.match(/\b[a-z]+is(?:ations?|ational|e|ed|es|er|ers|ing|able)\b/giu) ?? []
  const unAmerican = words.filter((word) => {
    const verb = word.toLowerCase().replace(/is(?:ations?|ational|e|ed|es|er|ers|ing|able)$/u, 'ise')
    return verb.length > 5 && ![verb, verb.replace(/^(?:re|un|dis|over)/u, '')].some((each) => withS.has(each)) && !/^(?:improvis|vis)ation/iu.test(word)
  })
  return [...unAmerican, ...british.flatMap((spelling) => spelling.exec(text)?.[0] ?? [])]
}

/** Names for machines, and words that people type in look-ups. */
const unread = new Set(['id', 'aliases', 'source', 'sources', 'topic', 'topics', 'see', 'thing', 'act', 'things', 'acts', 'service', 'within', 'facts', 'waive', 'rows'])

function textsIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return unread.has(key) ? [] : [value]
  if (Array.isArray(value)) return unread.has(key) && value.every((each) => typeof each === 'string') ? [] : value.flatMap((each) => textsIn(each))
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, each]) => (name === 'aliases' ? [] : textsIn(each, name))) : []
}

/** The tests' course shows in the products that they drive. */
const folders = ['data/aws-shared-responsibility', 'tests/courses/house-rules']
const courseFiles = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:yaml|md)$/u.test(name)).map((name) => join(folder, name)).sort())

it.each(courseFiles)('%s', (file) => {
  const content = readFileSync(file, 'utf8')
  const texts = file.endsWith('.md') ? content.split('\n') : textsIn(parse(content))
  expect(texts.flatMap((text) => britishIn(text).map((word) => `“${word}” in “${text.slice(0, 120)}”`))).toEqual([])
})

/** Lists of what people type, and names of settings. */
const exempt = /commands\/|config\/names|course\/lookup\//u

it.each(['src', 'README.md', '.env.example', 'data/README.md', 'data/RULES.md', 'data/OPERATING.md', 'data/PRIVACY.md'].flatMap(filesIn).filter((file) => !exempt.test(file)))('%s', (file) => {
  expect(textsOf(file).flatMap(({ line, text }) => britishIn(text).map((word) => `${file}:${line} “${word}”`))).toEqual([])
})

it('finds British spellings, and no American words', () => {
  for (const text of ['organisation', 'utilisation', 'customising', 'Authorised', 'optimised', 'fulfil it', 'the colour', 'a flat', 'block of flats', 'for ever', 'programme', 'labelled', "at 9 o'clock", 'centre', 'recognise']) {
    expect(britishIn(text), text).not.toEqual([])
  }
  for (const text of ['exercise', 'compromised', 'revised', 'unsupervised', 'premises', 'raises', 'flat design', 'four hours', 'color', 'forever', 'advised', 'fulfill', 'practice', 'analysis', 'rising', 'basis', 'this one']) {
    expect(britishIn(text), text).toEqual([])
  }
})

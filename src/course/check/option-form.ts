// What the options of a question look like to somebody who understands none of them: lengths, repeated words, names of parties, first
// words, small words, punctuation. Nothing here knows which option is right.
import type { Course, Question } from '../course.ts'
import { contentWords } from './content-words.ts'

/** What may tell an option from the others of its question. */
export interface Feature {
  readonly family: 'length' | 'marks' | 'echo' | 'party' | 'likeness' | 'position' | 'wording'
  /** Follows "Options …": `with "both"`. A measure is named in brackets. */
  readonly name: string
  /** 1, or for a measure the difference from the mean of the question's options. */
  readonly value: number
}

/** The words of English that carry no subject; a text is hardly written without them. */
const smallWords = new Set(
  `a about after again all already also always an and any are as at automatically away back be because been before both but by can cannot
  does each either else even every everything except first for from full has have how if in instead into is it its itself just last later
  least less like more most much must need never new next no not nothing now of off on once one only or other others out over own per rather
  same shared since so some still such than that the their them then there these they this those through to together too two under until
  up via was were what when where whether which while who whose will with within without would you your`.split(/\s+/u),
)

const absoluteWords = new Set('all always completely entirely every everyone everything exclusively never nobody none nothing only solely'.split(' '))

/** The features of each option, in the options' order. */
export function formsOf({ stem, options }: Pick<Question, 'stem' | 'options'>, { parties }: Pick<Course, 'parties'>): readonly (readonly Feature[])[] {
  const texts = options.map(({ text }) => text)
  const words = texts.map(wordsOf)
  const families: readonly (readonly [Feature['family'], Features])[] = [
    ['length', lengths(texts, words)],
    ...marks.map(([name, pattern]) => ['marks', lone(name, texts, pattern)] as const),
    ['echo', echoing(stem, texts, parties)],
    ['party', partyNames(texts, parties)],
    ['likeness', likeness(texts)],
    ['position', options.map(({ id }) => [[`under the letter ${id}`, 1]])],
    ['wording', wording(words)],
  ]
  return options.map((_, at) => families.flatMap(([family, of]) => (of[at] ?? []).map(([name, value]): Feature => ({ family, name, value }))))
}

/** For each option of a question, its features of one family. */
type Features = readonly (readonly (readonly [name: string, value: number])[])[]

const marks: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a comma', /,/u], ['a semicolon', /;/u], ['a digit', /\d/u], ['an apostrophe', /['’]/u], ['a hyphen', /\w-\w/u], ['a capital inside', /\s\p{Lu}/u],
]

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
}

function lengths(texts: readonly string[], words: readonly (readonly string[])[]): Features {
  const longest = Math.max(...texts.map(({ length }) => length))
  const shortest = Math.min(...texts.map(({ length }) => length))
  const relative = centered(texts.map(({ length }) => Math.log(length)))
  const letters = centered(texts.map(({ length }, at) => length / Math.max(1, words[at]?.length ?? 1)))
  return texts.map(({ length }, at) => [
    ...(length === longest ? [['that are the longest', 1] as const] : []),
    ...(length === shortest ? [['that are the shortest', 1] as const] : []),
    ...(length !== longest && length !== shortest ? [['of a middle length', 1] as const] : []),
    ['(length)', 2 * (relative[at] ?? 0)],
    ['(distance from the mean length)', 2 * Math.abs(relative[at] ?? 0)],
    ['(length of words)', (letters[at] ?? 0) / 2],
  ])
}

function lone(name: string, texts: readonly string[], pattern: RegExp): Features {
  const having = texts.filter((text) => pattern.test(text)).length
  return texts.map((text) => {
    if (having === 0 || having === texts.length) return []
    if (pattern.test(text)) return [[having === 1 ? `that alone have ${name}` : `with ${name}`, 1]]
    return having === texts.length - 1 ? [[`that alone lack ${name}`, 1]] : []
  })
}

/** Which options repeat words of the stem, alone or with others. Names of parties don't count: most options have one. */
function echoing(stem: string, texts: readonly string[], parties: Course['parties']): Features {
  const names = contentWords(Object.values(parties).map(({ name }) => name).join(' '))
  const inStem = contentWords(stem)
  const echoed = texts.map((text) => [...contentWords(text).keys()].filter((word) => inStem.has(word) && !names.has(word)))
  const share = centered(echoed.map(({ length }, at) => length / Math.max(1, contentWords(texts[at] ?? '').size)))
  return echoed.map((mine, at) => [
    ...(mine.some((word) => echoed.every((other, i) => i === at || !other.includes(word))) ? [['that alone repeat a word of the stem', 1] as const] : []),
    ...(mine.length === 0 ? [['that repeat no word of the stem', 1] as const] : []),
    ['(words of the stem)', 2 * (share[at] ?? 0)],
  ])
}

/** Whom an option names: the provider, the customer (also as “you” or “the team”), both, or nobody. */
function partyNames(texts: readonly string[], { provider, customer }: Course['parties']): Features {
  const nameOf = ({ name }: { readonly name: string }): string => name.replace(/^the /iu, '').replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
  const providers = new RegExp(String.raw`\b${nameOf(provider)}\b`, 'iu')
  const customers = new RegExp(String.raw`\b(?:${nameOf(customer)}s?|your?|we|our|(?:the|a|your) \w*\s?teams?)\b`, 'iu')
  const named = texts.map((text) => `${providers.test(text) ? 'the provider' : ''}${customers.test(text) ? ' the customer' : ''}`.trim() || 'nobody')
  const counts = Map.groupBy(named, (who) => who)
  const most = Math.max(...[...counts.values()].map(({ length }) => length))
  return named.map((who) => {
    const times = counts.get(who)?.length ?? 0
    if (counts.size === 1) return []
    return [[`that name ${who === 'the provider the customer' ? 'both parties' : who}`, 1], ...(times === 1 && most > 1 ? [['that alone name their party', 1] as const] : [])]
  })
}

/** How much of its words an option shares with each of the others. */
function likeness(texts: readonly string[]): Features {
  const sets = texts.map((text) => new Set(contentWords(text).keys()))
  const shares = sets.map((mine, at) => {
    const others = sets.filter((_, i) => i !== at).map((other) => mine.intersection(other).size / Math.max(1, mine.union(other).size))
    return others.reduce((sum, one) => sum + one, 0) / Math.max(1, others.length)
  })
  const [most, least] = [Math.max(...shares), Math.min(...shares)]
  const middle = centered(shares)
  return shares.map((share, at) => [
    ...(most > least && share === most ? [['most like the others', 1] as const] : []),
    ...(most > least && share === least ? [['least like the others', 1] as const] : []),
    ['(likeness)', 4 * (middle[at] ?? 0)],
  ])
}

/** Small words, first words, and endings; not those that all options of the question share. */
function wording(words: readonly (readonly string[])[]): Features {
  const seen = words.map((mine) => [
    ...new Set(mine.filter((word) => smallWords.has(word))).values().map((word) => `with "${word}"`),
    ...(mine[0] === undefined ? [] : [`that begin with "${mine[0]}"`]),
    ...(mine.some((word) => absoluteWords.has(word)) ? ['with an absolute term (always, never, only, all …)'] : []),
    ...(mine[0]?.endsWith('ing') === true ? ['that begin with a word in -ing'] : []),
  ])
  return seen.map((mine) => mine.filter((name) => !seen.every((other) => other.includes(name))).map((name) => [name, 1]))
}

function centered(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return values.map((value) => value - mean)
}

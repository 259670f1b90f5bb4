// Topics in what people type: ids, titles and parts of titles, one after another with spaces, commas or “and” between.
import { fold } from '../commands/fold.ts'
import { singular } from '../commands/word-forms.ts'
import { withoutCourse } from '../core/course-number.ts'
import type { TopicId } from '../core/quiz.ts'
import type { Course, Topic } from '../course/course.ts'

type Topics = Pick<Course, 'topics'>

/** `unknown`: the words that name no topic, as they were typed; those next to each other together. */
export type TopicsNamed = { readonly topics: readonly TopicId[]; readonly unknown: readonly string[] }

const joining = new Set(['and', '&', '+', 'plus', 'or'])
/** They say nothing by themselves, but can be a part of a title: `ecs on ec2`. */
const filling = new Set('on about for in of with from to the a my some me please topic topics question questions card cards'.split(' '))

/** `part`: which of the pieces between commas and “and” it is in. */
type Word = { readonly text: string; readonly typed: string; readonly part: number }
type Found = { readonly ids: readonly TopicId[]; readonly length: number }

export function topicsNamed(typed: string, { topics }: Topics): TopicsNamed {
  const words = wordsOf(typed)
  const found: TopicId[] = []
  const unknown: Word[][] = []
  for (let at = 0; at < words.length; ) {
    const rest = words.slice(at)
    const here = wholeTitle(rest, topics) ?? sameTitle(rest, topics) ?? longest(rest, topics)
    found.push(...(here?.ids ?? []))
    const word = words[at]
    if (here === undefined && word !== undefined && !filling.has(word.text)) {
      const last = unknown.at(-1)
      if (last !== undefined && words[at - 1] === last.at(-1) && last.at(-1)?.part === word.part) last.push(word)
      else unknown.push([word])
    }
    at += here?.length ?? 1
  }
  return { topics: [...new Set(found)], unknown: unknown.map((each) => each.map((word) => word.typed).join(' ')) }
}

/** The words of a title or id, as they are compared. */
export const plainWords = (text: string): readonly string[] => wordsOf(text).map((word) => word.text)

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  let part = 0
  for (const token of text.toLowerCase().replaceAll(/[‐-―]/gu, '-').split(/\s+|(?<=,)|(?<=[;/|])/u)) {
    const typed = token.replace(/^[("'“]+|[)"'”:;,.!?…/|]+$/gu, '')
    if (joining.has(typed)) part += 1
    else if (typed !== '') words.push(...(/^-|-$/u.test(typed) ? [typed] : typed.split('-').filter((piece) => !joining.has(piece))).map((piece) => ({ text: plainWord(piece), typed: piece, part })).filter((word) => word.text !== ''))
    if (/[,;/|]$/u.test(token)) part += 1
  }
  return words
}

/** A word that begins or ends with a dash is none of a title: `s3-`. */
const plainWord = (word: string): string => (/^-+$/u.test(word) ? '' : /^-|-$/u.test(word) ? word : singular(fold(word)))

const isAt = (words: readonly string[], inside: readonly string[], at: number) => words.every((word, index) => inside[at + index] === word)
const isExactly = (words: readonly string[], name: readonly string[]) => words.length === name.length && isAt(words, name, 0)
const texts = (words: readonly Word[]) => words.map(({ text }) => text)

/** A title has commas and “and” in it, too. */
function wholeTitle(words: readonly Word[], topics: readonly Topic[]): Found | undefined {
  const fits = topics.flatMap((topic) => namesOf(topic).filter((name) => name.length > 1 && isAt(name, texts(words), 0)).map(({ length }) => ({ ids: [topic.id], length })))
  return fits.toSorted((one, other) => other.length - one.length)[0]
}

/** All words up to the next comma are in the same titles, and aren’t names of topics themselves: `lambda secrets`. */
function sameTitle(words: readonly Word[], topics: readonly Topic[]): Found | undefined {
  const part = texts(words.filter((word) => word.part === words[0]?.part)).filter((word) => !filling.has(word))
  if (part.length < 2 || part.every((word) => named([word], topics).length > 0)) return undefined
  const ids = topics.filter((topic) => part.every((word) => namesOf(topic).flat().includes(word))).map(({ id }) => id)
  return ids.length === 0 ? undefined : { ids, length: words.filter((word) => word.part === words[0]?.part).length }
}

function longest(words: readonly Word[], topics: readonly Topic[]): Found | undefined {
  for (let length = words.length; length > 0; length -= 1) {
    const run = texts(words.slice(0, length))
    const ids = named(run, topics)
    if (ids.length > 0) return { ids, length }
    const isList = run.length > 1 && run.every((word) => filling.has(word) || named([word], topics).length > 0)
    const inside = isList || run.every((word) => filling.has(word)) ? [] : topics.filter((topic) => namesOf(topic).some((name) => name.some((_, at) => isAt(run, name, at)))).map(({ id }) => id)
    if (inside.length > 0) return { ids: inside, length }
  }
  return undefined
}

/** By the whole id or title; or all whose ids begin with the word: `lambda` is `lambda-runtime` and `lambda-access`. */
function named(words: readonly string[], topics: readonly Topic[]): readonly TopicId[] {
  const whole = topics.filter((topic) => namesOf(topic).some((name) => isExactly(words, name)))
  const family = words.length === 1 ? topics.filter(({ id }) => plainWords(withoutCourse(id))[0] === words[0]) : []
  return (whole.length > 0 ? whole : family).map(({ id }) => id)
}

/** By its title; by its id, with or without the number of its course. */
const namesOf = ({ id, title }: Topic): readonly (readonly string[])[] => [plainWords(title), ...new Set([id, withoutCourse(id)])].map((name) => (typeof name === 'string' ? plainWords(name) : name))

// Flashcards, cases, tips, the checklist and controls: complete, short enough to show, about topics that exist, and none of them twice.
import { plainSentence } from '../../core/plain-words.ts'
import { citesNoFactOf } from './cited-facts.ts'
import type { Case, Course, Finding } from '../course.ts'
import { citedTexts, lengthOf, most } from './message-length.ts'
import type { Check, Place, Problem, Where } from '../problem.ts'
import { overlap } from '../similarity.ts'
import { contentWords } from './content-words.ts'
import { findingsOfPairs } from './pairs.ts'
import { unknownId } from './unknown-id.ts'

/** What the bot relies on; checked at every start. */
export const checkAids: Check = (course, where) => [
  ...checkAidReferences(course, where),
  ...course.tips
    .filter(({ kind, reality }) => kind === 'myth' && reality === undefined)
    .map((tip) => error('myth-reality', where(tip), `${tip.id}: the myth has no reality`, 'Add "reality": what is true instead')),
  ...checkFit(course, where),
]

/** Checks of writing, which an author can waive. */
export const checkAidWriting: Check = (course, where) => [
  ...checkFacts(course, where),
  ...aidsOf(course).flatMap((aids) => checkTwins(aids, where)),
]

function error(check: string, place: Place, message: string, remedy: string): Problem {
  return { level: 'error', check, ...place, message, remedy }
}

function checkAidReferences(course: Course, where: Where): readonly Problem[] {
  const { flashcards, cases, tips, checklist, controls, byId } = course
  const findings = cases.flatMap((one) => one.findings)
  return [
    ...flashcards.flatMap((card) => unknownId(where, card, { field: ['topic'], what: 'topic', id: card.topic, known: byId.topics })),
    ...[...cases, ...tips, ...checklist].flatMap((item) =>
      item.topics.flatMap((id, at) => unknownId(where, item, { field: ['topics', at], what: 'topic', id, known: byId.topics })),
    ),
    ...findings.flatMap((finding) => unknownId(where, finding, { field: ['owner'], what: 'party', id: finding.owner, known: byId.parties })),
    ...controls.flatMap((item) => unknownId(where, item, { field: ['category'], what: 'category', id: item.category, known: byId.controlCategories })),
    ...(course.facts.length === 0 ? [] : [...flashcards, ...findings, ...controls]).flatMap((item) =>
      item.facts.flatMap((id, at) => unknownId(where, item, { field: ['facts', at], what: 'fact', id, known: byId.facts })),
    ),
  ]
}

function checkFit(course: Course, where: Where): readonly Problem[] {
  const check = (item: { readonly id: string }, what: string, texts: readonly (string | undefined)[], limit: number): readonly Problem[] => {
    const length = lengthOf(texts)
    if (length <= limit) return []
    return [error('too-long-to-show', where(item), `${item.id}: ${what} has ${length} characters`, `Shorten it to ${limit}`)]
  }
  return [
    ...course.flashcards.flatMap((card) => check(card, 'the card with its sources', [card.front, card.back, ...citedTexts(card.sources)], most.read)),
    ...course.controls.flatMap((item) => check(item, 'the control with its sources', [item.name, item.reason, ...citedTexts(item.sources)], most.read)),
    ...course.tips.flatMap((tip) => check(tip, 'the tip with its sources', [tip.text, tip.reality, ...citedTexts(tip.sources)], most.aside)),
    ...course.cases.flatMap((one) => [
      ...check(one, 'the situation with its architecture', openingOf(one), most.ask),
      ...check(one, 'the overview of its findings', overviewOf(one, course), most.read),
      ...one.findings.flatMap((finding) => check(finding, 'the case with this finding', [...openingOf(one), ...answerOf(finding)], most.read)),
    ]),
  ]
}

const openingOf = ({ title, situation, architecture }: Case) => [title, situation, ...architecture]

const answerOf = ({ finding, question, change, reasoning, sources }: Finding) => [finding, question, change, reasoning, ...citedTexts(sources)]

function overviewOf({ title, findings, closing, sources }: Case, { byId }: Course): readonly (string | undefined)[] {
  const lines = findings.flatMap(({ finding, owner, change }) => [finding, byId.parties.get(owner)?.name, change])
  return [title, ...lines, closing, ...citedTexts(sources)]
}

function checkFacts(course: Course, where: Where): readonly Problem[] {
  const items = [...course.flashcards, ...course.cases.flatMap(({ findings }) => findings), ...course.controls]
  return items.filter((item) => citesNoFactOf(item, course)).map((item) => ({
    level: 'warning',
    check: 'facts-uncited',
    ...where(item, 'sources'),
    message: `${item.id}: none of the sections it cites holds a fact it names`,
    remedy: 'Cite the section of the fact, or correct the fact ids',
  }))
}

type Aid = {
  readonly item: { readonly id: string }
  /** No two of a kind may say this in the same words. */
  readonly said: string
  /** All of its text. Two of a kind may share only so many words of it. */
  readonly whole: string
}

type Aids = { readonly name: string; readonly aids: readonly Aid[] }

function aidsOf({ flashcards, cases, tips, checklist, controls }: Course): readonly Aids[] {
  const findings = cases.flatMap((one) => one.findings)
  return [
    { name: 'card', aids: flashcards.map((item) => ({ item, said: item.front, whole: `${item.front} ${item.back}` })) },
    { name: 'case', aids: cases.map((item) => ({ item, said: item.situation, whole: item.situation })) },
    { name: 'finding', aids: findings.map((item) => ({ item, said: item.finding, whole: `${item.finding} ${item.change}` })) },
    { name: 'tip', aids: tips.map((item) => ({ item, said: item.text, whole: `${item.text} ${item.reality ?? ''}` })) },
    { name: 'item', aids: checklist.map((item) => ({ item, said: item.can, whole: item.can })) },
    { name: 'control', aids: controls.map((item) => ({ item, said: item.name, whole: `${item.name} ${item.reason}` })) },
  ]
}

/** Two that share this part of their words (Dice) or more say nearly the same. */
const alike = 0.8

function checkTwins({ name, aids }: Aids, where: Where): readonly Problem[] {
  const measured = aids.map((aid) => ({ ...aid, words: new Set(contentWords(aid.whole).keys()), same: plainSentence(aid.said) }))
  return findingsOfPairs(measured, (one, other): readonly Problem[] => {
    const isSame = one.same === other.same
    const likeness = isSame ? 1 : overlap(one.words, other.words)
    if (likeness < alike) return []
    const { file, line } = where(one.item)
    const twin = `${one.item.id} (${file}:${line})`
    const place = where(other.item)
    if (isSame) return [error(`${name}-twice`, place, `${other.item.id}: it says the same as ${twin}`, 'Remove one of them')]
    const message = `${other.item.id}: it says nearly the same as ${twin}: ${Math.round(likeness * 100)}% of the words`
    return [{ level: 'warning', check: `${name}s-alike`, ...place, message, remedy: 'Remove one, or say how they differ' }]
  })
}

// The form of a question: whether it asks for an owner, for what a word means, for a list, for a value.
import type { Side, SideOf } from './sides.ts'
import { otherSide } from './sides.ts'

export type Form =
  /** Who does it, or whether one side does. */
  | { readonly kind: 'owner' }
  /** No sentence: what a row, a term or a section is called. */
  | { readonly kind: 'keywords' }
  /** `words`: what the meaning is asked of; so for the rest. */
  | { readonly kind: 'meaning'; readonly words: readonly string[] }
  | { readonly kind: 'list' | 'method'; readonly words: readonly string[]; readonly cues: readonly string[] }
  | { readonly kind: 'value' | 'reason' | 'code' | 'history'; readonly words: readonly string[]; readonly cue: string }
  /** Yes or no, about a thing and neither side. */
  | { readonly kind: 'fact' }
  /** What one side does; after a negation the other side is meant. */
  | { readonly kind: 'side'; readonly side: Side; readonly words: readonly string[] }

const alternatives = (words: string): string => words.trim().split(/\s+/u).join('|')

/** Properties that are no duty of anybody: what asks for them asks for a value. */
const attributes = alternatives(`
  timeout timeouts limit limits quota quotas version versions port ports price prices pricing cost costs fee fees size sizes speed latency
  throughput bandwidth iops performance benchmark maximum minimum percentage percent sla slas age date year lifespan length height weight
  classes families generations roadmap changelog number numbers salary salaries wage wages`)
/** Like attributes, but also parts of what things are called. */
const properties = alternatives('range ranges address addresses url urls uptime lifetime name names color format')
const listNouns = alternatives(`
  step steps practice practices tool tools example examples tip tips method methods topic topics resource resources technique
  techniques guideline guidelines recommendation recommendations checklist dos donts procedure procedures`)
/** What study documents are made of: a word for a list, and part of what is asked for. */
const studyNouns = alternatives('analogy analogies trap traps myth myths misconception misconceptions scenario scenarios story takeaway takeaways')
/** Only after a word that asks for them: “options” alone may be part of a name. */
const looseListNouns = alternatives('categories strategies options ways kinds types areas')
const ownerNouns = alternatives(`
  job problem fault duty duties task responsibility responsible accountable liable blame mine ours theirs headache business concern
  us them obligation call`)
const creators = alternatives(`
  invented invents coined founded discovered introduced acquired pioneered inventor founder ceo cto cfo head chief boss director leader chairman author creator president`)

const is = (pattern: string): RegExp => new RegExp(pattern, 'u')

const code = is(`^(?:json|yaml|code|sql|syntax) (?:of|for)\\b|^(?:write|generate|script|code) (?:me |us |up )?(?:a|an|the|some|my)\\b|\\b(?:code|commands?|syntax|snippet|script|cli|sql|json|yaml|regex|api calls?) (?:for|to)\\b|\\b(?:cli|sample|example) (?:\\w+ )?(?:commands?|code|scripts?|policy|policies|template)\\b|\\bcli\\b`)
const history = is(`^(?:who|when|which \\w+|what \\w+|in what year|since when)\\b(?: (?:was|is|are|were|did|the|has|first|originally))* (?:${creators})\\b`)
const compares = is('\\b(?:vs|versus|compare|compared|compares|comparison|difference|differences|differ|differs|different)\\b')
const ownerNoun = is(`\\b(?:${ownerNouns})\\b`)
const asksWho = is('\\b(?:who|whose|whom|whos)\\b|\\b(?:which|what) (?:party|side|one|team|of us|of them|of the two)\\b')
const reason = is('^(?:why|how come)\\b|^(?:what|for what) (?:is |are |was )?(?:the |a )?(?:reasons?|purpose|point|benefits?|advantages?|rationale)\\b')
const complaint = is('^why (?:isnt|doesnt|dont|wont|cant|arent|didnt|hasnt|should|must|do i|do we|have i|have we)\\b')
const amount = is('^how (?:many|much|long|often|few|soon|quickly)\\b|^how (?:fast|big|large|small|old|far|high|tall|quick|late|expensive) (?:is|are|was|were|can|do|does|did|should|an?|the)\\b')
const moment = is('^(?:when|since when|until when)\\b|^where (?:is|are|was|were) (?!.*\\b(?:fall|lie|lies|belong|belongs|sit|land|go)$)|^(?:at |in |on )?what (?:time|year|date|day|month)\\b')
const amountInside = is('\\b(?:max|maximum|min|minimum|number of|amount of|how many|how much)\\b|\\b(?:in|per) (?:seconds?|minutes?|hours?|days?|gb|mb|tb|percent|dollars?|euros?|month|year|account)\\b')
const attributeLast = is(`\\b(?:${attributes})$`)
const attributeOf = is(`^(?:what |what is |whats |what are )?(?:the |a |default |current |latest |exact )*(?:\\w+ ){0,3}(?:${attributes}|${properties}) (?:of|for|in|on|per|does|do|is|are|can|between|to)\\b`)
const penalty = is('^(?:what|which|how high) (?:\\w+ ){0,3}(?:fines?|penalt(?:y|ies))\\b')
const attributeAsked = is(`^(?:what|which) (?:\\w+ ){0,3}(?:${attributes})\\b`)
const preset = 'default (?!(?:settings?|security|configuration|config|encryption)\\b)\\w'
const defaultAsked = is(`^(?:what|whats)(?: is| are)?(?: the)? ${preset}|^(?:the )?${preset}+ (?:of|for|in|on)\\b`)
const superlative = is('^(?:what|which|whats)(?: \\w+)? (?:is |are )?(?:the )?(?:newest|latest|fastest|biggest|largest|smallest|cheapest|best(?! practice| way)|worst|oldest|longest|shortest|strongest|safest|easiest|hardest|highest|lowest|slowest|nearest|closest|most)\\b|^(?:which|what) .*\\b(?:the|has|have) (?:most|fewest|best(?! practice| way)|least)\\b')
const supports = is('^(?:what|which) .*\\b(?:supports?|supported)\\b')
const negation = is('\\b(?:not|never|cant|cannot|dont|doesnt|wont|shouldnt|isnt|arent|no longer|nothing|without|except|neednt)\\b')
/** “Outsource”, “hand over”: what is left to the other side. */
export const delegates = is('\\b(?:outsource|outsourced|delegate|delegated|offload|hand over|hand off|hand (?:\\w+ ){1,3}over|give away|give up|leave (?:\\w+ ){0,4}to|pass on|transfer|rely on|get rid of|forget about|worry about|ignore|skip|trust)\\b')
const meaningFirst = is('^(?:(?:what|whats)(?: exactly| actually| really)? (?:is|are|was)(?: meant by| exactly| actually| really| (?:the )?(?:definition|meaning) of)?|whats|what(?= (?:an?|the) )|define|def|def of|definition of|(?:the )?meaning of|explain|describe|what exactly (?:is|are)) (?:an? |the |our |some )?(?<words>.+?)(?: exactly| actually| really| about| all about| for| again| in short| please| in simple terms| to me| to us| for me)?$')
const meaningLast = is('^(?:what (?:do|does|did|is|are) |the )?(?:an? |the )?(?<words>.+?) (?:mean|means|meaning|definition|def|defined|stand for|stands for|explained)(?: (?:in|for|here) ?.*)?$')
const meaningInside = is('^what (?:an? |the )?(?<words>(?:\\w+ ){1,5})(?:is|are)$')
const purpose = is('^what (?:does|do) (?:an? |the )?(?<words>.+?) (?:do|achieve|accomplish|offer)$')
const contents = is('^what (?:should|does|do|must|has to) .* (?:contain|include|hold|cover|look like|consist of)$')
const listFirst = is('^(?:list|enumerate|name|give|show|what|which|whats|overview|summary|summarize)\\b')
const listFirstOnly = is('^(?:list|enumerate|summarize|name|mention) |^(?:the )?(?:misconceptions?|myths?|traps?|analogy|analogies|scenarios?|story|stories) |\\b(?:comparison|overview) table|^tables? (?:of|on|for|with) ')
const asksForSplit = is('^how (?:is|are|do|does|did|will) .*\\b(?:divided|divide|split|shared|distributed|assigned|change|changes|shift|shifts|vary|varies|move|moves)\\b')
const meaningAsked = is('\\b(?:stands? for|mean|means|meaning|definition)\\b')
const meaningTail = is('^(?<words>.+?) what (?:is|are) (?:that|it|this|those)$|^(?:acronym|abbreviation|glossary) (?:of |for )?(?<named>.+)$|^what (?:sort|kind|type) of (?:thing|service|control|tool|product)s? (?:is|are) (?:an? |the )?(?<sort>.+)$')
const hasListNoun = is(`\\b(?:${listNouns}|${studyNouns}|lists? of)\\b|^(?!what ).+ lists?$`)
const asksForList = is(`^(?:what|which|list|name|give|show)\\b.*\\b(?:${listNouns}|${looseListNouns})\\b`)
const pluralAsked = is('^(?:which|what) (?:\\w+ ){0,4}(?!does|always|has)\\w+[^su]s\\b')
const method = is('^(?:where (?:can|do|could|should|may) (?:i|we)\\b|how (?:to|do|does|should|can|could|would|must|did|are|is|best)\\b|what (?:is )?the (?:best |right |proper )?(?:way|process|procedure|approach|strategy) (?:to|of|for)\\b)')
const auxiliary = is('^(?:is|are|am|do|does|did|can|could|should|must|will|would|has|have|may|isnt|arent|dont|doesnt|cant|shouldnt|wont|wouldnt)\\b')
const sideNouns = is('^(?:things|what|whats|which|list|explain|describe|show|name|give)\\b.*\\b(?:part|parts|side|half|share|role|job|jobs|task|tasks|duty|duties|responsibility|responsibilities|obligations?|things?)\\b')
const sideVerbs = is('^(?:what|which)\\b.*\\b(?:do|does|did|responsible|accountable|liable|charge|can|cant|cannot|must|should|have|has|need|needs|will|wont|dont|doesnt|left|leaves|leave|stay|stays|remain|remains|always|never|manage|manages|handle|handles|secure|secures|cover|covers|take|takes)\\b')

/**
 * @param words of the clause that asks, in lower case, as {@link readWords} gives them
 * @param inNames those that are part of what something is called: “responsibility” in the name of a model
 */
export function formOf(words: readonly string[], sideOf: SideOf, inNames: ReadonlySet<string>): Form {
  const said = words.join(' ')
  const sides = new Set(words.flatMap((word) => sideOf(word) ?? []))
  if (history.test(said)) return { kind: 'history', words, cue: 'who' }
  if (code.test(said) && !asksWho.test(said)) return { kind: 'code', words, cue: 'code' }
  if (compares.test(said) && !listFirstOnly.test(said)) return { kind: 'owner' }
  if (asksWho.test(said)) return { kind: 'owner' }
  const half = auxiliary.test(said) || sideNouns.test(said) ? undefined : halfAsked(words, sideOf, inNames)
  if (half !== undefined) return half
  if (complaint.test(said) && sides.size > 0) return { kind: 'owner' }
  if (asksForSplit.test(said)) return { kind: 'owner' }
  const meaning = meaningOf(words, sideOf)
  if (meaning !== undefined && meaningAsked.test(said)) return { kind: 'meaning', words: meaning }
  if (reason.test(said)) return { kind: 'reason', words: words.filter((word) => !['why', 'reason', 'reasons', 'come'].includes(word)), cue: 'why' }
  const owned = ownerNoun.test(words.filter((word) => !inNames.has(word)).join(' '))
  if (!owned && isValue(said)) return { kind: 'value', words, cue: valueCue(words) }
  const doer = purpose.exec(said)?.groups?.['words']?.split(' ')
  if (doer !== undefined && sides.size === 0) return { kind: 'meaning', words: doer }
  if (contents.test(said)) return { kind: 'list', words: words.filter((word) => !listWords.has(word) && !/^(?:contain|include|consist|hold|cover|look|like)$/u.test(word)), cues: ['create'] }
  if (asksForList.test(said) && !sideNouns.test(said)) return listOf(words)
  const side = sideAsked(said, words, sideOf)
  if (side !== undefined) return side
  if (auxiliary.test(said)) return sides.size > 0 && !(/^(?:can|could|may) (?:i|we)\b/u.test(said) && !delegates.test(said)) ? { kind: 'owner' } : { kind: 'fact' }
  if (method.test(said)) return { kind: 'method', words: words.filter((word) => !listWords.has(word)), cues: ['practice', 'step', 'strategy', 'prevention', 'how'] }
  if (listFirstOnly.test(said) || (hasListNoun.test(said) && (listFirst.test(said) || sides.size === 0))) return listOf(words)
  if (meaning !== undefined && !meaning.some((word) => sideOf(word) !== undefined)) return { kind: 'meaning', words: meaning }
  if (pluralAsked.test(said) && sides.size === 0) return listOf(words)
  return { kind: sides.size > 0 && /^(?:what|which|where|how)\b/u.test(said) ? 'owner' : 'keywords' }
}

const isValue = (said: string): boolean => [amount, penalty, moment, amountInside, attributeLast, attributeOf, attributeAsked, defaultAsked, supports, superlative].some((pattern) => pattern.test(said))

/** What the documents would have to say: “how long”, “when”. */
const moments: ReadonlySet<string> = new Set(['time', 'year', 'date', 'day', 'month'])

function valueCue([first = '', second = '', ...rest]: readonly string[]): string {
  if (first === 'how') return `how ${second}`
  if (moments.has(second)) return 'when'
  if (superlative.test([first, second, ...rest].join(' '))) return ''
  return ['when', 'where', 'which'].includes(first) ? first : ''
}

const cueWords: ReadonlySet<string> = new Set(`${listNouns}|${studyNouns}`.split('|'))
const listWords: ReadonlySet<string> = new Set(`${listNouns}|${looseListNouns}|best|good|list|lists|enumerate|name|give|show|all|overview|summary|summarize|help|helps|table|tables|comparison`.split('|'))

function listOf(words: readonly string[]): Form {
  return { kind: 'list', words: words.filter((word) => !listWords.has(word)), cues: [...new Set(words.filter((word) => cueWords.has(word)))] }
}

/** The words whose meaning is asked for, if the question could be that. */
export function meaningOf(asked: readonly string[], sideOf: SideOf): readonly string[] | undefined {
  // “What is a region in AWS”: whose it is adds nothing.
  const said = (asked.at(-2) === 'in' && sideOf(asked.at(-1) ?? '') === 'provider' ? asked.slice(0, -2) : asked).join(' ')
  const found = [meaningTail, meaningLast, meaningInside, meaningFirst].flatMap((pattern) => Object.values(pattern.exec(said)?.groups ?? {})).find((words) => words !== undefined)
  return found?.trim().split(' ')
}

/** “What can’t I outsource to AWS”: what one cannot hand over stays with oneself. */
function sideAsked(asked: string, words: readonly string[], sideOf: SideOf): Form | undefined {
  const said = asked.replace(/^(?:is|are) there (?:anything|something|things?|any \w+)(?: (?:that|which))?\b/u, 'what').replace(/ for (?:us|me|(?:an? |the |our )?(?:\w+ )?customers?)\b/u, '')
  const named = said.split(' ').flatMap((word) => sideOf(word) ?? [])
  const [first] = named
  if (first === undefined) return undefined
  const negated = negation.test(said)
  const rest = words.filter((word) => !listWords.has(word))
  if (delegates.test(said) && /^(?:what|which)\b/u.test(said)) return { kind: 'side', side: isWorry(said) === negated ? 'provider' : 'customer', words: rest }
  if (isHelpless.test(said) || new Set(named).size > 1 || !(sideNouns.test(said) || sideVerbs.test(said))) return undefined
  return { kind: 'side', side: negated ? otherSide(first) : first, words: rest }
}

/** “My half of …”, without a verb. */
function halfAsked(words: readonly string[], sideOf: SideOf, inNames: ReadonlySet<string>): Form | undefined {
  const at = words.findIndex((word, index) => halves.test(word) && !inNames.has(word) && sideOf(words[index - 1] ?? '') !== undefined)
  const side = sideOf(words[at - 1] ?? '')
  const others = words.some((word, index) => index !== at - 1 && sideOf(word) !== undefined && sideOf(word) !== side)
  return side === undefined || others ? undefined : { kind: 'side', side, words: words.filter((_, index) => index !== at && index !== at - 1) }
}

const halves = is('^(?:part|half|side|share|portion|homework|chores?|duties|obligations|responsibilities|job|jobs|tasks|end)$')

/** “What am I to do?” asks for help. */
const isHelpless = is('^what (?:am|are|do|should|can|could) (?:i|we) (?:to )?do(?: now| next)?$')

const isWorry = (said: string): boolean => /\bworry about\b/u.test(said)

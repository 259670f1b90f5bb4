// Finds the clause that asks in what somebody writes: the rest tells the scene.

export type Clauses = {
  /** The words that ask. */
  readonly asking: string
  /** What is told around them, a clause each, the nearest before the question first. */
  readonly scene: readonly string[]
}

const questionWord = /^(?:who|whose|whom|whos|what|whats|which|how|why|when|where|define|list|explain|name|describe)\b/iu
const auxiliary = /^(?:is|are|am|do|does|did|can|could|should|must|will|would|shall|has|have|may|isn['’]?t|aren['’]?t|don['’]?t|doesn['’]?t|can['’]?t|shouldn['’]?t|won['’]?t)\s+\S/iu
/** Words before a question that are no part of it. */
const leadIn =
  /^(?:(?:so|and|but|ok|okay|hey|hi|hello|hm+|um+|uh+|well|please|pls|plz|yo|then|now|also|just|actually|basically|btw|guys|team|folks|everyone|sorry|thanks|thx|quick question|question|exam question|q|dude|man|bro|oh|right)[\s,:!]+)+(?=\S)/iu
/** As exercises begin. */
const exercise = /^(?:(?:classify|categorize|label|assign|identify|decide|true or false|right or wrong)(?: (?:this|the following|the owner))?\s*[:?-]\s*|true or false\s+|is it (?:true|correct|right) that )(?=\S)/iu
/** “Can you list …”, “where can I read about …”: what comes after it says all. */
const asksToTell =
  /^(?:(?:can|could|would|will) (?:you|someone|anybody|anyone) (?:please )?(?=(?:list|name|give|show|define|describe|explain|mention|summarize|compare)\b)|(?:where (?:can|do|could) (?:i|we) )?(?:read|find|learn|look|see)(?: up)?(?: more| something| anything)? (?:about|on|into) |(?:please )?(?:tell|teach) (?:me|us) (?:more |something |all )?(?:about|on) |what about |how about |(?:name|list|give me|show me|tell me) (?=things?\b)|(?:info|information|details|anything|something|more|docs|notes)(?: here| there)? (?:about|on|for) |(?:is|are) there (?:an? |any )?(?=(?:tables?|lists?|sections?|diagrams?|overview|examples?)\b)|what (?:do|does) the (?:documents?|docs?|course|texts?) (?:say|tell|write)(?: me| us)? (?:about|on|of) )/iu
const wrapped =
  /^(?:(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody) (?:please )?(?:tell|explain|remind|show|say)(?: to)?(?: me| us)?|(?:please )?(?:tell|remind|show|teach|explain to) (?:me|us)|do (?:you|we|they) (?:happen to )?know|does (?:anyone|anybody|someone|somebody) know|i(?:['’]?d| would)? (?:want|need|like|wanted) to (?:know|ask|understand|learn)|i(?:['’]?m| am)? (?:wonder(?:ing)?|asking|not sure|unsure|confused about|curious)|(?:any|no) idea|let me know|my question is|the question is|remember|clarify)(?: again)?(?:,|:| about)? +(?=(?:who|whose|whom|what|which|how|why|when|where|if|whether)\b)/iu
/** What such a clause says is the scene, up to a comma: “If a disk fails, who replaces it?” */
const sceneFirst = /^(?:if|when|while|given(?: that)?|since|because|as|suppose|assuming|assume|say|after|before|in case|now that|although|though|imagine|let['’]?s say)\b/iu

/** @param text what somebody wrote, whole */
export function splitClauses(text: string): Clauses {
  const sentences = text.split(/(?<=[.?!;…])\s+|\n+/u).map(trim).filter((part) => part !== '')
  const asks = sentences.map(isAsking)
  const at = asks.lastIndexOf(true)
  if (at === -1) return { asking: inFull(withoutLeadIn(text.trim())), scene: [] }
  const { asking, scene } = insideSentence(sentences[at] ?? '')
  const before = sentences.slice(0, at).reverse().flatMap(piecesBackwards)
  const after = sentences.slice(at + 1).flatMap(piecesBackwards)
  return { asking: inFull(asking), scene: [...scene, ...before, ...after] }
}

/** “A, B, C: who owns each”: the commas join them. */
const eachOf = (asking: string): string => (/\beach\b/iu.test(asking) ? asking.replaceAll(/,\s+/gu, ' and ') : asking)

/** “What’s” and “whats” are “what is”. */
const inFull = (asking: string): string => eachOf(asking).replace(/\bdo['’]?s? (?:and|&|or|\/) ?don['’]?t['’]?s?\b/giu, 'best practices').replace(/\b(what|who|where|how|that|there)['’]?s\b/giu, '$1 is')

const trim = (part: string): string => part.trim().replace(/^[-–—*•>"“]+\s*/u, '')

/** Without “hi”, “can you tell me” and the like. */
export function withoutLeadIn(sentence: string): string {
  const shorter = sentence.replace(leadIn, '').replace(exercise, '').replace(wrapped, '').replace(asksToTell, '').trim()
  return shorter === sentence || shorter === '' ? sentence : withoutLeadIn(shorter)
}

function isAsking(sentence: string): boolean {
  const plain = withoutLeadIn(sentence)
  return sentence.endsWith('?') || questionWord.test(plain) || auxiliary.test(plain) || /\b(?:who|whose)\b/iu.test(plain)
}

/** The question behind what it is about: “S3 - what do I have to do”. All of it if there is none. */
export function questionBehind(asking: string): string {
  const cuts = [...asking.matchAll(/:\s+|\s[-–—]\s|,\s+/gu)].map(({ index, 0: mark }) => asking.slice(index + mark.length))
  return cuts.find((rest) => rest.split(/\s+/u).length > 3 && startsQuestion(withoutLeadIn(rest))) ?? asking
}

/** Whether somewhere in the words something is asked. One word asks nothing. */
export const asks = (text: string): boolean => /\S\s+\S/u.test(text.trim()) && text.split(/(?<=[.?!;…])\s+|\n+/u).map(trim).some(isAsking)

/** Whether the words begin with a question. */
export const asksAtOnce = (text: string): boolean => /\S\s+\S/u.test(text.trim()) && startsQuestion(text.trim())

/** “Given that …, who …”: cuts after the last comma, dash or colon behind which a question begins. */
function insideSentence(sentence: string): Clauses {
  const whole = withoutLeadIn(sentence)
  const cuts = [...whole.matchAll(/(?:[,:]|\s[-–—]|\.{2,}|…)\s+(?:(?:so|and|but|then)\s+)?/giu)].map(({ index, 0: mark }) => ({ index, end: index + mark.length }))
  const cut = cuts.findLast(({ end, index }) => startsQuestion(withoutLeadIn(whole.slice(end))) && isScene(whole.slice(0, index)))
  if (cut === undefined) return { asking: whole, scene: [] }
  return { asking: withoutLeadIn(whole.slice(cut.end)), scene: piecesBackwards(whole.slice(0, cut.index)) }
}

const startsQuestion = (part: string): boolean => questionWord.test(part) || auxiliary.test(part)

/** A clause with a verb of its own or a condition; the mere name of a thing before the comma is asked about. */
function isScene(part: string): boolean {
  const words = part.trim().split(/\s+/u)
  if (sceneFirst.test(part.trim())) return words.length > 2
  return words.length > 3 && hasVerb.test(part) && !startsQuestion(part.trim())
}

/** Somebody who does something, or a form of a verb that names of things don’t have. */
const hasVerb = /\b(?:i|we|you|he|she|it|they|there|somebody|someone|nobody|everybody|our|my|his|her|their|is|are|was|were|has|have|had|will|would|can|could|got|went|wants?|says?|said|thinks?|uses?|runs?|\w{3,}ed)\b/iu

/** At commas and conjunctions, the last first, so that what a pronoun means can be looked for nearby. */
const piecesBackwards = (sentence: string): readonly string[] =>
  sentence.split(/[,;:]\s+|\s[-–—]\s|\s(?:and|but|so|because|while|which|that)\s/iu).map(trim).filter((part) => part !== '').reverse()

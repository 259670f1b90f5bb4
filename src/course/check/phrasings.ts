// How people ask: each sentence has one answer, and the answer exists. Look-ups rely on this, so it is checked at every start.
import type { Course, Phrasing } from '../course.ts'
import { keyOf } from '../lookup/phrasings/key.ts'
import { readWords } from '../lookup/words.ts'
import type { Check, Problem, Where } from '../problem.ts'
import { unknownId } from './unknown-id.ts'

export const checkPhrasings: Check = (course, where) => [...course.phrasings.flatMap((phrasing) => checkAnswer(course, where, phrasing)), ...checkTwice(course, where)]

/** A wrong citation is reported where it is resolved. */
function checkAnswer({ byId }: Course, where: Where, phrasing: Phrasing): readonly Problem[] {
  const { answer } = phrasing
  if (answer === 'none' || 'section' in answer) return []
  if ('rows' in answer) return answer.rows.flatMap((id, at) => unknownId(where, phrasing, { field: ['answer', 'rows', at], what: 'responsibility', id, known: byId.responsibilities }))
  if ('term' in answer) return unknownId(where, phrasing, { field: ['answer', 'term'], what: 'term', id: answer.term, known: byId.glossary })
  return unknownId(where, phrasing, { field: ['answer', 'fact'], what: 'fact', id: answer.fact, known: byId.facts })
}

function checkTwice({ phrasings }: Course, where: Where): readonly Problem[] {
  const all = phrasings.flatMap((phrasing) => phrasing.asked.map((sentence, at) => ({ phrasing, at, sentence, words: readWords(sentence).join(' ') })))
  return [...Map.groupBy(all, ({ words }) => words).values()].flatMap(([first, ...more]) =>
    more.flatMap(({ phrasing, at, sentence }): readonly Problem[] => {
      if (first === undefined) return []
      const { file, line } = where(first.phrasing, 'asked', first.at)
      const isSame = keyOf(phrasing.answer) === keyOf(first.phrasing.answer)
      const message = `"${sentence}" is asked at ${file}:${line} already${isSame ? '' : ', with another answer'}`
      return [{ level: isSame ? 'warning' : 'error', check: 'asked-twice', ...where(phrasing, 'asked', at), message, remedy: 'Remove one of them' }]
    }),
  )
}

// Sentences that look-ups can't tell apart, with different answers: one of them is not answered as its author meant.
import { keyOf } from '../lookup/phrasings/key.ts'
import { buildTokenizer } from '../lookup/phrasings/tokens.ts'
import { joinParticles, readWords } from '../lookup/words.ts'
import type { Check, Problem } from '../problem.ts'

export const checkAskedAlike: Check = (course, where) => {
  if (course.phrasings.length === 0) return []
  const tokenize = buildTokenizer(course)
  const all = course.phrasings.flatMap((phrasing) => phrasing.asked.map((sentence, at) => ({ phrasing, at, sentence, words: readWords(sentence).join(' ') })))
  const alike = Map.groupBy(all, ({ sentence }) => [...tokenize(joinParticles(readWords(sentence)))].map(([token, weight]) => `${token} ${weight}`).sort().join(' '))
  return [...alike.values()].flatMap(([first, ...more]) =>
    more.flatMap(({ phrasing, at, sentence, words }): readonly Problem[] => {
      if (first === undefined || words === first.words || keyOf(phrasing.answer) === keyOf(first.phrasing.answer)) return []
      const { file, line } = where(first.phrasing, 'asked', first.at)
      const message = `Look-ups can't tell "${sentence}" from "${first.sentence}" at ${file}:${line}, which has another answer`
      return [{ level: 'warning', check: 'asked-alike', ...where(phrasing, 'asked', at), message, remedy: 'Name what tells them apart, or remove one of them' }]
    }),
  )
}

// Constructions that no native speaker of American English would write in chat must not come back into texts for people.
import { expect, it } from 'vitest'
import { filesIn, literalsIn, textsOf } from './texts.ts'

const held = ['src', 'README.md', '.env.example', 'data/README.md', 'data/RULES.md', 'data/OPERATING.md', 'data/PRIVACY.md']

/** Each with what to write instead. */
const constructions: readonly (readonly [RegExp, string])[] = [
  [/\bas far as (?:it|they|he|she|that) (?:is|are) known\b/i, 'say what you know'],
  [/\b(?:is|are) none of (?:the|its|their)\b/i, "isn't one of the"],
  [/\b(?:it|what|that|which) stands (?:in|at|under|above|below|beside)\b|\bbeside the daily\b/i, 'is in, get it at, in addition to'],
  [/\b(?:somebody|someone) has to\b|\bwho has to stay\b/i, 'you need, ask somebody to'],
  [/\b(?:whoever|whomever|whatsoever)\b/i, 'the person who, people who'],
  [/\bdo(?:es)? not work yet\b/i, 'say what is wrong with it'],
  [/\beverywhere here\b|\b(?:have|has) you as before\b|\bhowever fast\b|\bexplained: at once\b/i, 'say it as you would in chat'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix, correct'],
  [/\b(?:it|that|this) falls away\b|\b(?:is|are) left out\b/i, 'is dropped, will be skipped'],
  [/\b(?:is|are) tried again\b/i, 'trying again, the bot tries again'],
  [/\bmay not (?:add|change|manage|open|ping|post|read|see|set|use|write|be [a-z]+ by)\b/i, "can't, isn't allowed to"],
  [/(?<!\bthere )\b(?:is|are) no (?:address|command|day|date|database|file|folder|manager|message|name|number|option|question|role|section|time)s?\b/i, "isn't a"],
  [/\b(?:takes?|names?) no (?!longer\b)[a-z]/i, "doesn't take, doesn't name"],
  [/\bat once\b/i, 'right away'],
  [/\b(?:anew|for ever|hence|hitherto|lest|likewise|shall|therein|thereof)\b/i, 'again, forever, also'],
  [/\b(?:is|are) told (?:of|about|to|in|with)\b/i, 'gets a message, sees'],
  [/\b(?:are|is) wanted\b/i, 'the target is'],
  [/\bone[’']s own\b/i, 'your own'],
  [/\bin (?:the )?place of\b/i, 'instead of, replaces'],
  [/\bany more(?=[.,;:!?]|$)|\bnever yet\b|\bno more than that\b/i, 'anymore, not yet'],
  [/\bwhere (?:there is|there are|needed|that is) (?:none|no|so)\b/i, 'if there is none'],
  [/\b(?:I do|I did|[Tt]hat did) not\b/, "don't, didn't"],
  [/\d %(?! ?[\d?$(])/, '22%, without a space'],
  [/\b(?:[Cc]olour|[Bb]ehaviour|[Ff]avourite|[Nn]eighbour|[Cc]entre|[Gg]rey|[Oo]rganis|[Rr]ecognis|[Pp]ractis|[Cc]ancell(?:ed|ing)|[Ll]earnt|[Ww]hilst|[Aa]mongst)/, 'American spelling'],
]

it.each(held.flatMap(filesIn))('%s is plain American English', (file) => {
  const found = textsOf(file).flatMap(({ line, text }) =>
    constructions.flatMap(([construction, better]) => {
      const [words] = construction.exec(text) ?? []
      return words === undefined ? [] : [`${file}:${line} “${words}”: better ${better}`]
    }),
  )
  expect(found).toEqual([])
})

it('finds each construction in a string, a template and a page, and none in comments and code', () => {
  const source = "// whoever\nconst whoever = 'It stands at example.com'\n/**\n * Mend it\n */\nconst other = `${whoever}: 22 %`\nconst it = \"they're fine\" // mend\n"
  expect(literalsIn(source).map(({ line, text }) => [line, text])).toEqual([[2, 'It stands at example.com'], [6, '${whoever}: 22 %'], [7, "they're fine"]])
  expect(constructions.filter(([construction]) => construction.test('Mend it, whoever you are: 22 % is none of the rest.'))).toHaveLength(4)
})

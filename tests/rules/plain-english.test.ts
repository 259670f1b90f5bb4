// Constructions that no native speaker of American English would write in chat must not come back into texts for people.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** The rooms and files that are held to it. */
const held = [
  'src/cli', 'src/cli.ts', 'src/commands', 'src/config', 'src/course/check', 'src/course/read', 'src/course/load.ts', 'src/course/open.ts', 'src/course/problem.ts', 'src/main.ts', 'src/ops',
  '.env.example', 'data/README.md',
]

/** Lists of words that people type in look-ups, not texts for people. */
const wordLists = /course\/lookup\/(?:common-words|neutral-words|words)\.ts$/u

/** Each with what to write instead. */
const constructions: readonly (readonly [RegExp, string])[] = [
  [/\bas far as (?:it|they|he|she|that) (?:is|are) known\b/i, 'say what you know'],
  [/\bis none of the\b/i, 'is not one of the'],
  [/\b(?:it|what|that|which) stands (?:in|at|under|above|below|beside)\b/i, 'is in, get it at'],
  [/\bbeside the daily\b/i, 'in addition to the daily question'],
  [/\b(?:somebody|someone|who) has to stay\b/i, 'a quiz needs at least one'],
  [/\b(?:whoever|whomever|whatsoever)\b/i, 'the person who, people who'],
  [/\bdo(?:es)? not work yet\b/i, 'say what is wrong with it'],
  [/\beverywhere here\b/i, 'in all channels of this server'],
  [/\b(?:have|has) you as before\b/i, 'you are back on'],
  [/\bhowever fast\b/i, 'speed does not matter'],
  [/\bknown hole\b/i, 'known gap'],
  [/\bexplained: at once\b/i, 'when people see the explanation: right away'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix, correct'],
  [/\b(?:it|that|this) falls away\b/i, 'is dropped'],
  [/\bmay not be [a-z]+ by\b/i, 'cannot, in the active voice'],
  [/(?<!\bthere )\bis no (?:option|section|question|file|folder|number|time|day|date|name|command|manager)\b/i, 'is not a'],
  [/\bname(?:s)? no (?:option|section|question)\b/i, 'does not name'],
  [/\b(?:for ever|anew|thereof|therein|hitherto|likewise|shall|hence|lest)\b/i, 'forever, again, also'],
  [/\bis told (?:of|about|to|in|with)\b/i, 'gets a message, reads'],
  [/\b(?:are|is) wanted\b/i, 'the target is'],
  [/\bone[’']s own\b/i, 'your own'],
  [/\b(?:a|the) one of [A-Z]/, 'the one in'],
  [/\bin the place of\b/i, 'instead of, replaces'],
  [/\bnever yet\b|\bnot any more\b|\bno more than that\b/i, 'not yet, anymore'],
  [/\bwhere (?:there is|there are|needed|that is) (?:none|no|so)\b/i, 'if there is none'],
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

function filesIn(path: string): readonly string[] {
  if (/\.\w+$/u.test(path)) return [path]
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return names.map((name) => join(path, name)).filter((name) => !wordLists.test(name)).sort()
}

type Text = { readonly line: number; readonly text: string }

function textsOf(file: string): readonly Text[] {
  const content = readFileSync(file, 'utf8')
  return file.endsWith('.ts') ? literalsIn(content) : content.split('\n').map((text, at) => ({ line: at + 1, text }))
}

/** Comments, then strings. Rough: a quote in a regular expression may open a string, which ends with the line. */
const commentOrString = /\/\*[^]*?\*\/|(?<![:'"`\\])\/\/.*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gu

function literalsIn(source: string): readonly Text[] {
  return [...source.matchAll(commentOrString)].flatMap(({ 0: found, index }) =>
    found.startsWith('/') ? [] : [{ line: source.slice(0, index).split('\n').length, text: found.slice(1, -1) }],
  )
}

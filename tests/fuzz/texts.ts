// What people type and call themselves when they mean no good, or come from far away.
import fc from 'fast-check'
import { hostileTexts } from '../platforms/hostile-texts.ts'

const injections = [
  "'; DROP TABLE answers; --", '" OR "1"="1', "Robert'); DELETE FROM people;--", '1; ATTACH DATABASE "x" AS y', '%27%20OR%201=1', "x' || char(0) || '",
  '../../../../etc/passwd', String.raw`..\..\windows\system32`, '/dev/null', 'file:///etc/passwd', '~/.ssh/id_rsa', 'C:\\con\\con', '%2e%2e%2f', 'data/aws-shared-responsibility/course.yaml\u0000.png',
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'constructor.prototype', '{"__proto__":{"admin":true}}',
  '${process.env.SLACK_BOT_TOKEN}', '{{7*7}}', '$(id)', '`id`', '%s%n%d%x', '\\u0000', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '=cmd|calc!A1',
  '[{"type":"section","text":{"type":"mrkdwn","text":"<!channel>"}}]', '{"type":"rich_text","elements":[{"type":"broadcast","range":"channel"}]}', '{"content":"@everyone","allowed_mentions":{"parse":["everyone"]}}',
  '<!subteam^S0EVIL|@staff>', '<!date^0^{date}^https://evil.example|click>', '<mailto:evil@evil.example|mail>', '[evil](<https://evil.example>)', '<a:evil:123456789012345678>', '<id:customize>', 'https://evil.example/@everyone',
  '\u001B[2J\u001B[H', '\u001B]8;;https://evil.example\u001B\\link\u001B]8;;\u001B\\', '\u009B31m', '\u0007\u0008\u000E\u000F', '\u001B[6n', '\u001BP+q\u001B\\', '\u202Egnp.exe', '\u2067\u2066\u2068\u2069', '\u200F\u200E\u061C',
  '﷽'.repeat(40), 'ﷺ', '𝕬𝖉𝖆', 'ａｄａ', 'ＡＤＡ', 'İıſK', 'ß'.repeat(60), '\uFFFF\uFFFE', '\u{10FFFF}', '\u{E0041}\u{E0042}', '\u00A0\u2003', '👨‍👩‍👧‍👦'.repeat(60), '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '\u200D\u200D\uFE0F', '🇩🇪🇦', '\uD800', '\uDC00\uD800', 'a\uDFFFb\uD83D',
  'null', 'undefined', 'NaN', 'true', '-0', '1e309', '9'.repeat(400), '0x10', '00:00', 'slack:T0STUDY/U0BOSS', 'discord:1:u:1', 'terminal:local:u:ada',
  '/study setup', '/as ada', 'study study study', '\n/study pause\n', 'B\u0000', 'now\rpause',
]

const zalgo = fc.tuple(fc.stringMatching(/^[a-z]{1,12}$/), fc.integer({ min: 5, max: 400 }), fc.integer({ min: 0x300, max: 0x36f })).map(([word, marks, mark]) => [...word].map((letter) => letter + String.fromCodePoint(mark).repeat(marks)).join('').slice(0, 5000))
const long = fc.tuple(fc.constantFrom('x', '*', '<@', '`', '😀', 'é', '日', '\n', ' ', '\u0301', '\u202E', '&', '\u001B[', '\uD83D', '\\', '|', '_a_ '), fc.constantFrom(32, 81, 101, 256, 501, 3001, 5000)).map(([unit, times]) => unit.repeat(times).slice(0, 5000))

/** One piece of text of any kind, of at most 5,000 letters. */
export const anyPiece: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...hostileTexts.map(({ text }) => text)), weight: 4 },
  { arbitrary: fc.constantFrom(...injections), weight: 5 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 2 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }), weight: 2 },
  { arbitrary: zalgo, weight: 1 },
  { arbitrary: long, weight: 1 },
)

/** Pieces, and pieces that run into each other. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: anyPiece, weight: 4 },
  { arbitrary: fc.array(anyPiece, { minLength: 2, maxLength: 4 }).map((pieces) => pieces.join('').slice(0, 5000)), weight: 1 },
)

/** The name of a person. */
export const anyName: fc.Arbitrary<string> = fc.oneof(fc.constantFrom('Ada', 'Bob', 'Grace Hopper', 'José', '李雷', 'Владимир', 'مريم', 'יעל'), anyText)

const stackOrSql = /\bat (?:async )?[\w.<> ]+ \([^)]*:\d+:\d+\)|\bfile:\/\/\/?\S*\.[tj]s\b|node:internal|\.ts:\d+|node_modules|\b(?:Type|Range|Reference|Syntax|Sqlite|Assertion)Error\b|SQLITE_|no such (?:table|column)|(?:UNIQUE|NOT NULL|CHECK|FOREIGN KEY) constraint/u
/** C0 and C1 but for the line feed, marks of direction, and halves of letters. */
// oxlint-disable-next-line no-control-regex -- these are what must not come through
const acting = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u
/** What keeps a name written from right to left apart from what stands around it. */
const isolate = /\u2068([^\u2066-\u2069\n]*)\u2069/gu

/** What must be in nothing that anybody is shown, whatever was asked. */
export function leaks(shown: string, secrets: readonly string[]): string[] {
  const problems: string[] = []
  const trace = stackOrSql.exec(shown)
  if (trace !== null) problems.push(`the inside of the program: ${around(shown, trace.index)}`)
  if (shown.includes('Something went wrong')) problems.push('the bot says that something went wrong')
  const alone = shown.replace(isolate, '$1')
  const act = acting.exec(alone)
  if (act !== null) problems.push(`a control code ${act[0].codePointAt(0)?.toString(16) ?? ''}: ${around(alone, act.index)}`)
  if (!shown.isWellFormed()) problems.push('half a letter')
  if (secrets.some((secret) => shown.includes(secret))) problems.push('a secret')
  return problems
}

const around = (text: string, at: number) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 100))

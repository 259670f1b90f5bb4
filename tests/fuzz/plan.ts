// What people do, at random but the same for the same seed: commands, presses, forms, renames, repetitions, and spoilt versions of them.
import fc from 'fast-check'
import type { CommandOption } from '../../src/commands/command.ts'
import { anyMutation, type Mutation } from './mutate.ts'
import { anyName, anyText } from './texts.ts'
import { commands } from '../catalog.ts'

/** `person#N` as a value stands for the person of that number, as the platform names people; `code#N` for one of the last codes that somebody got. */
export type Typed = { readonly name: string; readonly values: readonly (readonly [string, string])[]; readonly named: boolean }

export type Act =
  | { readonly kind: 'command'; readonly command: Typed }
  | { readonly kind: 'line'; readonly line: string }
  /** A control of a message that is there; `chosen` of its options. */
  | { readonly kind: 'press'; readonly message: number; readonly control: number; readonly chosen: readonly number[] }
  /** A control that no message has: `round#N` stands for a round of any group, `control#N` for a control of the last messages, whoever sees them. */
  | { readonly kind: 'forge'; readonly message: number; readonly control: string; readonly chosen: readonly string[] }
  | { readonly kind: 'fill'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'suggest'; readonly option: 'words' | 'title' | 'topics' | 'zone'; readonly typed: string }
  | { readonly kind: 'again'; readonly back: number }
  | { readonly kind: 'rename'; readonly name: string }
  /** A file with questions, sent as the platform lets people send one. */
  | { readonly kind: 'file'; readonly file: SentFile }
  | { readonly kind: 'home' }
  | { readonly kind: 'wait'; readonly minutes: number }

export type SentFile = { readonly name: string; readonly data: Uint8Array }

export type Step = { readonly who: number; readonly where: number; readonly act: Act; readonly mutations: readonly Mutation[] }

const mostly = <T>(good: fc.Arbitrary<T>, bad: fc.Arbitrary<T>) => fc.oneof({ arbitrary: good, weight: 4 }, { arbitrary: bad, weight: 1 })

const someone = fc.nat({ max: 9 }).map((number) => `person#${number}`)
const phrases = ['rds patching', 'who patches the guest OS on EC2?', 's3', 'lambda runtime', 'iam', 'price of lunch', 'encryption at rest', 'kms keys', 'desaster recovery', 'a']

function valueOf({ kind, choices }: CommandOption): fc.Arbitrary<string> {
  switch (kind) {
    case 'name':
      return mostly(fc.constantFrom('Blue Heron', '"Red Fox"', 'Zoë', 'person 3'), fc.oneof(anyText, fc.constantFrom('@here', '<!channel>', '**x**', '\u3164\u3164', 'a\u202Eb')))
    case 'members':
      return mostly(fc.tuple(fc.constantFrom('Reds', 'Blue Herons', 'Reds to Greens'), someone).map(([name, person]) => `${name} @${person}`), fc.oneof(anyText, fc.constantFrom('Reds <@U1>', '<@123456789012345678>', 'Reds <!subteam^S1|@team>', 'Reds <@&123456789012345678>', '<!channel>', '<#C1|general>', '@here')))
    case 'letters':
      return mostly(fc.constantFrom('B', 'AC', 'a+c', 'f'), fc.oneof(anyText, fc.constantFrom('G', 'AA', '*')))
    case 'text':
      return mostly(fc.constantFrom('Two answers are right.', 'The guide says B'), fc.oneof(anyText, fc.constantFrom('<!channel>', '@everyone', 'x'.repeat(900))))
    case 'parts':
      return mostly(fc.constantFrom('Who fixes it? | * We | - They | Why: It is ours. | Source: Page 1', 'Who? {=we ~they #no}', 'Who?\nA. We\nB. They\nANSWER: A', '<quiz><question type="multichoice"/></quiz>'), fc.oneof(anyText, fc.constantFrom('|', '{', '<!DOCTYPE a>', '@everyone | * a | - b', 'question,a,b,right\n=1,+2,-3,a')))
    case 'words':
    case 'command':
      return fc.oneof(fc.constantFrom(...phrases, ...commands.list.map(({ name }) => name)), anyText)
    case 'time':
      return mostly(fc.constantFrom('09:00', '9.30', '23h59', '00:00', '13:05'), fc.oneof(anyText, fc.constantFrom('24:00', '9:60', '-1:00', '09:00:00')))
    case 'zone':
      return mostly(fc.constantFrom('Europe/Berlin', 'UTC', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe', 'asia/kathmandu', 'Etc/GMT+12'), fc.oneof(anyText, fc.constantFrom('+05:30', 'Europe/Atlantis', 'EST5EDT', 'GMT0')))
    case 'days':
      return mostly(fc.constantFrom('mon-fri', 'daily', 'sat-mon', 'tue,thu', 'monday-friday', 'sun'), fc.oneof(anyText, fc.constantFrom('mon-', '-fri', ',', 'mon-tue-wed', 'mon--fri', 'constructor', '__proto__', 'toString')))
    case 'opening':
      return mostly(fc.constantFrom('auto', '8h', '90min', '15m', '336h'), fc.oneof(anyText, fc.constantFrom('0h', '99999h', '-1h', '1e3h', '14min')))
    case 'course':
      return mostly(fc.constantFrom('house-rules', 'aws'), fc.oneof(anyText, fc.constantFrom(',', 'constructor', '2')))
    case 'topics':
      return mostly(fc.constantFrom('all', 'iam', 's3-access', 'iam,s3-access', 'all,iam'), fc.oneof(anyText, fc.constantFrom(',', 'constructor', '__proto__,iam', 'no-such-topic')))
    case 'choice':
      return mostly(fc.constantFrom(...(choices ?? ['x'])), fc.oneof(anyText, fc.constantFrom('constructor', 'HIDE', 'add ')))
    case 'mention':
      return mostly(fc.constantFrom('off', '@here', '<!here>', '<!subteam^S1|@team>', '<@&123456789012345678>'), fc.oneof(anyText, fc.constantFrom('@everyone', '<!channel>', 'slack:T1/S9', 'discord:1:r:1')))
    case 'hour':
      return mostly(fc.nat({ max: 23 }).map(String), fc.oneof(anyText, fc.constantFrom('24', '-1', '1.5', '٣', '1e1')))
    case 'person':
      return mostly(someone, anyText)
    case 'number':
      return mostly(fc.integer({ min: 1, max: 9999 }).map(String), fc.oneof(anyText, fc.constantFrom('0', '-1', '99999999999999999999', 'NaN')))
    case 'dates':
      return mostly(fc.constantFrom('tomorrow', '2026-12-24..2027-01-02 "Winter break"', 'next week', '24 Dec - 2 Jan', 'for 3 days', 'until Friday', 'remove tomorrow', 'today', 'yesterday', 'last Monday', '4 Jan - 31 Mar 2027 "Winter 2027"', '2026-02-20..2026-03-08 "Spring"', 'Winter 2027', '2 Mar key=B why It says so'), fc.oneof(anyText, fc.constantFrom('3/4', '30 Feb', '24 Dec, 31 Dec', '9999-12-31', 'constructor')))
    case 'code':
      return mostly(fc.constantFrom('code#0', 'code#1', 'code#2', 'BCDF-GHJK', 'bcdf ghjk', 'ZZZZ–ZZZZ'), fc.oneof(anyText, fc.constantFrom('AEIO-UAEI', '1234-5678', 'BCDFGHJKL', '__proto__')))
    case 'region':
      return mostly(fc.constantFrom('DE-BE', 'US', 'off', 'england'), fc.oneof(anyText, fc.constantFrom('XX', 'DE-XX', '__proto__')))
    case 'title':
      return mostly(fc.constantFrom('patching', 'ec2 rds', 'rds'), anyText)
  }
}

const typed: fc.Arbitrary<Typed> = fc.oneof(
  ...commands.list.map(({ name, options }) =>
    fc.record({
      name: fc.oneof({ arbitrary: fc.constant<string>(name), weight: 12 }, { arbitrary: fc.constantFrom(name.toUpperCase(), `${name}x`, name.slice(1), `${name}\u0301`), weight: 1 }),
      values: fc.tuple(...options.map((option) => fc.option(valueOf(option), { freq: option.required === true ? 12 : 2 }).map((value) => [option.name, value] as const))).map((values) => values.flatMap(([option, value]) => (value === null ? [] : [[option, value] as const]))),
      named: fc.boolean(),
    }),
  ),
)

const forged = fc.oneof(
  { arbitrary: fc.tuple(fc.nat({ max: 30 }), fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '*', 'g', '', 'constructor')).map(([round, option]) => `v1:answer:round#${round}:${option}`), weight: 6 },
  { arbitrary: fc.nat({ max: 30 }).map((round) => `v1:round:round#${round}`), weight: 2 },
  { arbitrary: fc.tuple(fc.nat({ max: 5 }), fc.constantFrom('correct-ask:ROUND:regrade:b', 'correct-ask:ROUND:void:*', 'correct-do:ROUND:void:*:0:none', 'correct-do:ROUND:regrade:c:1:given', 'correct-undo:ROUND:1', 'correct-undo-ask:ROUND', 'correct-round:ROUND', 'correct-key:ROUND')).map(([round, text]) => `v1:${text.replace('ROUND', `round#${round}`)}`), weight: 4 },
  { arbitrary: fc.nat({ max: 60 }).map((control) => `control#${control}`), weight: 6 },
  { arbitrary: fc.constantFrom('v1:link:BCDFGHJK', 'v1:unlink:0123456789abcdef', 'v1:team-approve:team-0123456789ab:1', 'v1:team-try:team-0123456789ab:*', 'v1:report-settle:01234567:done:0', 'v1:season-end:0:Spring', 'v1:season-remove:0:__proto__', 'v1:off-remove:2026-12-24:2027-01-02:0', 'v1:off-remove-all:3', 'v1:away-take-back:2026-03-01:2026-03-02', 'v1:away-end:2026-02-30:2026-13-01'), weight: 2 },
  { arbitrary: fc.tuple(fc.constantFrom('place', 'group', 'all', '__proto__'), fc.constantFrom('week', 'month', 'all', 'toString'), fc.constantFrom('0', '1', '9999', '-1', '1e3', '0x1', '')).map((parts) => `v1:board:${parts.join(':')}`), weight: 2 },
  { arbitrary: anyText.map((text) => `v1:lookup:${text}`.slice(0, 255)), weight: 2 },
  { arbitrary: fc.constantFrom('v1:progress', 'v1:set-up', 'v1:setup', 'v0:answer:0:a', 'v2:progress', 'v1', 'v1:', ':', 'v1:constructor', 'v1:pick:round#0', 'v1:answer:ffffffffffffffff:a', 'v1:answer:../../x:a'), weight: 3 },
  { arbitrary: anyText.map((text) => text.slice(0, 255) || 'x'), weight: 1 },
)

const formValues = fc.record({
  time: valueOf({ name: 'time', kind: 'time', summary: '', required: false }),
  zone: valueOf({ name: 'zone', kind: 'zone', summary: '', required: false }),
  days: valueOf({ name: 'days', kind: 'days', summary: '', required: false }),
  open: valueOf({ name: 'open', kind: 'opening', summary: '', required: false }),
  topics: valueOf({ name: 'topics', kind: 'topics', summary: '', required: false }),
  feedback: mostly(fc.constantFrom('instant', 'at-close'), anyText),
  rollover: valueOf({ name: 'rollover', kind: 'hour', summary: '', required: false }),
  channel: fc.constantFrom('0', '1', '2', 'C0GONE', '__proto__'),
})

const goodFiles = [
  '::One:: Who fixes it? { =We#ours ~They#not theirs }\n\nWho pays? {~We =They}',
  'Who fixes it?\nA. We\nB. They\nANSWER: A',
  'Who fixes it?\n* We\n- They\n> Not theirs\nWhy: It is ours.\nSource: Page 1\n---\nWho pays?\n- We\n* They',
  'question,a,b,right,why,source\n"Who, then?",We,They,a,It is ours.,Page 1\n=1+1,@x,-y,b,,',
  '<?xml version="1.0"?><quiz><question type="multichoice"><questiontext format="html"><text><![CDATA[<p>Who fixes it?</p>]]></text></questiontext><answer fraction="100"><text>We</text></answer><answer fraction="0"><text>They</text></answer></question></quiz>',
]

const spoilt = fc.tuple(fc.constantFrom(...goodFiles), anyText, fc.nat(), fc.nat({ max: 40 })).map(([text, more, at, cut]) => `${text.slice(0, at % text.length)}${more}${text.slice((at % text.length) + cut)}`)
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

const file: fc.Arbitrary<SentFile> = fc.record({
  name: fc.constantFrom('questions.gift', 'questions.csv', 'exam.md', 'quiz.xml', 'notes.txt', 'picture.png', 'x'),
  data: fc.oneof(
    { arbitrary: fc.constantFrom(...goodFiles).map((text) => Buffer.from(text)), weight: 4 },
    { arbitrary: spoilt.map((text) => Buffer.from(text)), weight: 6 },
    { arbitrary: fc.constantFrom(...goodFiles).map(utf16), weight: 1 },
    { arbitrary: fc.uint8Array({ maxLength: 300 }), weight: 2 },
    { arbitrary: fc.constantFrom('', '{'.repeat(5_000), `<quiz>${'<question>'.repeat(3_000)}`, '<!DOCTYPE a [<!ENTITY b "c">]><quiz>&b;</quiz>', 'x'.repeat(250_000)).map((text) => Buffer.from(text)), weight: 1 },
  ),
})

const act: fc.Arbitrary<Act> = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('command' as const), command: typed }), weight: 30 },
  { arbitrary: fc.record({ kind: fc.constant('line' as const), line: anyText }), weight: 6 },
  { arbitrary: fc.record({ kind: fc.constant('press' as const), message: fc.nat({ max: 40 }), control: fc.nat({ max: 20 }), chosen: fc.array(fc.nat({ max: 5 }), { maxLength: 4 }) }), weight: 30 },
  { arbitrary: fc.record({ kind: fc.constant('forge' as const), message: fc.nat({ max: 40 }), control: forged, chosen: fc.array(fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', 'e'), anyText), { maxLength: 3 }) }), weight: 14 },
  { arbitrary: fc.record({ kind: fc.constant('fill' as const), values: formValues }), weight: 6 },
  { arbitrary: fc.record({ kind: fc.constant('suggest' as const), option: fc.constantFrom('words' as const, 'topics' as const, 'zone' as const), typed: anyText }), weight: 5 },
  { arbitrary: fc.record({ kind: fc.constant('again' as const), back: fc.nat({ max: 30 }) }), weight: 5 },
  { arbitrary: fc.record({ kind: fc.constant('rename' as const), name: anyName }), weight: 3 },
  { arbitrary: fc.record({ kind: fc.constant('file' as const), file }), weight: 3 },
  { arbitrary: fc.record({ kind: fc.constant('home' as const) }), weight: 2 },
  { arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 5, 30, 60, 240, 1440) }), weight: 2 },
)

const anyStep: fc.Arbitrary<Step> = fc.record({
  who: fc.nat({ max: 9 }),
  where: fc.nat({ max: 5 }),
  act,
  mutations: fc.oneof({ arbitrary: fc.constant([]), weight: 3 }, { arbitrary: fc.array(anyMutation, { minLength: 1, maxLength: 4 }), weight: 1 }),
})

/** A manager keeps the rooms going, so that there is always something to answer: this often, in steps. */
const everySoOften = 60

function housekeeping(turn: number): readonly Step[] {
  const by = (where: number, act: Act): Step => ({ who: turn % 3 === 2 ? 6 : turn % 2, where, act, mutations: [] })
  const typed = (name: string, ...values: (readonly [string, string])[]): Act => ({ kind: 'command', command: { name, values, named: true } })
  const feedback = turn % 2 === 0 ? 'instant' : 'at-close'
  const set = typed('setup', ['time', '09:00'], ['zone', 'Europe/Berlin'], ['days', 'daily'], ['open', '20h'], ['topics', 'all'], ['feedback', feedback])
  return [0, 1].flatMap((where) => [by(where, set), by(where, typed('now'))]).concat(by(0, { kind: 'wait', minutes: 1 }))
}

/** Of files from others only the refusal would be seen. */
const mostlyManagers = (step: Step): Step => (step.act.kind === 'file' && step.who < 8 ? { ...step, who: step.who % 2, where: step.where % 2 } : step)

/** The steps of one seed. */
export function planOf(seed: number, steps: number): readonly Step[] {
  const found = fc.sample(anyStep, { seed, numRuns: steps })
  return found.map(mostlyManagers).flatMap((step, index) => (index % everySoOften === 0 ? [...housekeeping(index / everySoOften), step] : [step])).slice(0, steps)
}

export const namesOf = (seed: number, count: number): readonly string[] => fc.sample(anyName, { seed, numRuns: count })

/** The codes that somebody can link with, in the texts. */
export const codesIn = (shown: readonly string[]): readonly string[] => shown.flatMap((text) => /\b[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}\b/u.exec(text)?.[0] ?? [])

/** A command as it is typed on one line. */
export function asLine({ name, values, named }: Typed): string {
  return [name, ...values.map(([option, value]) => (named || ['open', 'topics', 'rollover'].includes(option) ? `${option}=${value}` : value))].join(' ')
}

// Screens at random, up to sizes that no screen of ours has: for the contract of all renderers.
import fc from 'fast-check'
import type { Block, RankingRow, Screen } from '../../src/screens/screen.ts'
import type { Inline, Text } from '../../src/screens/text.ts'
import { hostileTexts } from './hostile-texts.ts'
import { boards } from '../../src/features/boards/face.ts'
import { lookup } from '../../src/features/lookup/face.ts'

/** Plain words, so that it can be seen whether they are there. */
export const someWords = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 40 }).map((words) => words.join(' '))
export const anyText = fc.oneof(someWords, fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...hostileTexts.map(({ text }) => text)))

const roundId = fc.stringMatching(/^[0-9a-f]{16}$/)
const count = fc.nat({ max: 100_000 })
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 })

function inline(words: fc.Arbitrary<string>): fc.Arbitrary<Inline> {
  return fc.oneof(
    words,
    fc.record({ kind: fc.constantFrom('strong' as const, 'code' as const), text: words }),
    fc.record({ kind: fc.constant('code-block' as const), text: words, language: fc.constantFrom(null, 'json') }),
    fc.record({ kind: fc.constant('link' as const), text: words, url: fc.oneof(fc.webUrl(), words) }),
    fc.record({ kind: fc.constant('command' as const), line: words }),
    fc.record({ kind: fc.constant('place' as const), id: fc.constantFrom('discord:123456789012345678:123456789012345679', 'slack:T1/C1', 'terminal:local:here') }),
    fc.record({ kind: fc.constant('person' as const), id: fc.constantFrom('discord:123456789012345678:u:123456789012345679', 'slack:T1:U1', 'terminal:local:u:Ada'), name: words }),
    fc.record({ kind: fc.constant('mention' as const), id: fc.constantFrom('here', 'slack:T1/S1', 'discord:123456789012345678:r:123456789012345679', 'nobody') }),
    fc.record({ kind: fc.constant('moment' as const), at: instant, zone: fc.constantFrom('UTC', 'Europe/Berlin'), show: fc.constantFrom('time' as const, 'date' as const, 'both' as const) }),
  )
}

function blocks(words: fc.Arbitrary<string>, most: number): fc.Arbitrary<Block> {
  const text: fc.Arbitrary<Text> = fc.array(inline(words), { maxLength: 6 })
  const many = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: most })
  const letter = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F')
  const optionId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const row: fc.Arbitrary<RankingRow> = fc.record({
    rank: count, person: fc.record({ id: fc.constant('discord:123456789012345678:u:123456789012345679'), name: words }), points: count,
    accuracy: fc.nat({ max: 100 }), streak: count, answered: count, days: count, you: fc.boolean(),
  })
  const button = fc.record({
    label: words,
    control: fc.oneof(
      words.map((text) => lookup.controls.lookup.text({ words: text })),
      fc.record({ scope: fc.constantFrom('place' as const, 'group' as const), period: fc.constantFrom('week' as const, 'all' as const), page: fc.nat({ max: 3 }) }).map(boards.controls.board.text),
      fc.constantFrom('v1:progress', 'v1:set-up'),
    ),
    primary: fc.boolean(),
  })
  const choices = fc.uniqueArray(fc.record({ id: optionId, letter, text, control: optionId.map((id) => `v1:answer:0123456789abcdef:${id}`) }), { maxLength: 6, selector: ({ id }) => id })
  return fc.oneof(
    fc.record({ kind: fc.constantFrom('paragraph' as const, 'footnote' as const), text }),
    fc.record({ kind: fc.constant('heading' as const), text: words }),
    fc.record({ kind: fc.constant('list' as const), items: many(text) }),
    fc.record({ kind: fc.constant('choices' as const), id: roundId, several: fc.constant('v1:answer:0123456789abcdef:*'), pick: fc.integer({ min: 1, max: 3 }), options: choices, chosen: fc.subarray(['a', 'b', 'c']) }),
    fc.record({ kind: fc.constant('votes' as const), answered: count, options: fc.array(fc.record({ letter, text, votes: count, right: fc.boolean(), mine: fc.boolean() }), { maxLength: 6 }) }),
    fc.record({ kind: fc.constant('facts' as const), facts: many(fc.record({ label: words, value: text })) }),
    fc.record({ kind: fc.constant('ranking' as const), rows: many(row), own: fc.option(row) }),
    fc.record({ kind: fc.constant('table' as const), columns: fc.array(words, { minLength: 1, maxLength: 6 }), rows: many(fc.array(words, { maxLength: 6 })) }),
    fc.record({ kind: fc.constant('image' as const), image: fc.constant({ kind: 'image' as const, hash: 'f00', type: 'png' as const }), alt: words }),
    fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 30 }) }),
  )
}

/** @param most blocks in a screen, and items in a block */
export function anyScreen(words: fc.Arbitrary<string>, most: number): fc.Arbitrary<Screen> {
  return fc.record({
    name: fc.constantFrom('question' as const, 'board' as const, 'lookup' as const, 'notice' as const),
    title: words,
    tone: fc.constantFrom('plain' as const, 'right' as const, 'wrong' as const, 'warning' as const),
    blocks: fc.array(blocks(words, most), { maxLength: most }),
  })
}

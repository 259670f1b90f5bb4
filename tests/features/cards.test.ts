// Flashcards: recall, flip, grade; they go on wherever they were left.
import { mkdtempSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pickItems } from '../../src/core/pick-items.ts'
import { remember } from '../../src/core/memory.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { commands } from '../catalog.ts'
import { openStage, words } from '../bot/stage.ts'
import { control } from './session-screens.ts'

const noon = '2026-03-02T12:00Z'

const front = (screen: Screen) => words({ ...screen, blocks: screen.blocks.slice(0, 1) })

async function openCards(line = 'cards') {
  const stage = await openStage(noon)
  const first = await stage.type('ada', line)
  return { stage, first, press: (screen: Screen, label: string) => stage.press('ada', control(screen, label)), log: () => stage.ledger.memories.log('terminal:team:ada', '2026-01-01') }
}

describe('flashcards', () => {
  it('show the front, then both sides, and go on with the grade', async () => {
    const { stage, first, press, log } = await openCards()
    expect([first.name, words(first)]).toEqual(['cards', expect.stringContaining('card 1 of 2')])
    const card = stage.course.flashcards.find(({ front }) => words(first).includes(front))
    expect(words(first)).not.toContain(card?.back)
    const back = await press(first, 'Show the answer')
    expect(words(back)).toContain(card?.back)
    const second = await press(back, 'Again')
    expect(words(second)).toContain('card 2 of 2')
    const summary = await press(await press(second, 'Show the answer'), 'Hard')
    expect(words(summary)).toContain('2 cards: 0 known, 1 hard, 1 forgotten.')
    expect(words(summary)).toContain('Worth another look')
    expect((await log()).map(({ source, grade }) => [source, grade])).toEqual([['cards', 'again'], ['cards', 'hard']])
  })

  it('change nothing by the flip, by old buttons, or by a grade that comes twice', async () => {
    const { stage, first, press, log } = await openCards()
    const back = await press(first, 'Show the answer')
    expect(await press(first, 'Show the answer')).toEqual(back)
    expect(await log()).toEqual([])
    expect(await stage.type('ada', 'cards')).toEqual(first)
    const second = await press(back, 'Good')
    expect(await press(back, 'Again')).toEqual(second)
    expect(await press(first, 'Show the answer')).toEqual(second)
    expect(await press(first, 'Skip')).toEqual(second)
    expect((await log()).map(({ grade }) => grade)).toEqual(['good'])
  })

  it('go on after a stop between a grade and the next card', async () => {
    const { stage, first } = await openCards()
    const session = await stage.ledger.sessions.running('terminal:team:ada', 'cards')
    await stage.ledger.sessions.act('terminal:team:ada', session?.id ?? '', { kind: 'answer', position: 0, chosen: ['good'] }, stage.clock.now)
    expect(words(await stage.type('ada', 'cards'))).toContain('card 2 of 2')
    expect(words(await stage.press('ada', control(first, 'Show the answer')))).toContain('card 2 of 2')
  })

  it('are nobody else’s', async () => {
    const { stage, first, press } = await openCards()
    const back = await press(first, 'Show the answer')
    for (const text of [control(first, 'Show the answer'), control(back, 'Good'), control(back, 'Stop')]) expect((await stage.press('ben', text)).name).toBe('refusal')
    expect(await stage.ledger.memories.log('terminal:team:ben', '2026-01-01')).toEqual([])
  })

  it('start anew for somebody who asks for others, once for a command that arrives twice', async () => {
    const { stage, first, press } = await openCards()
    await press(await press(first, 'Show the answer'), 'Good')
    const once = () => stage.send({ kind: 'command', command: commands.parse('cards topics=safety'), event: 'twice' } as never, 'ada')
    const [one, other] = [await once(), await once()]
    expect(words(one.screen)).toContain('card 1 of 1')
    expect(words(one.screen)).toContain(words(other.screen))
    expect(await stage.ledger.sessions.past('terminal:team:ada', 'cards', 5)).toHaveLength(1)
  })

  it('bring up first what was forgotten, once it is due', async () => {
    const { stage, first, press } = await openCards()
    const second = await press(await press(first, 'Show the answer'), 'Again')
    await press(await press(second, 'Show the answer'), 'Good')
    stage.clock.now += 86_400_000
    expect(front(await stage.type('ada', 'cards'))).toEqual(front(first))
  })

  it('take no grade for a card that was changed since', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'cards-')), 'course')
    cpSync('tests/courses/house-rules', folder, { recursive: true })
    const file = join(folder, '..', 'ledger.sqlite')
    const stage = await openStage(noon, { file, course: folder })
    const back = await stage.press('ada', control(await stage.type('ada', 'cards 1 topics=safety'), 'Show the answer'))
    await stage.close()
    const yaml = join(folder, 'flashcards.yaml')
    writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('Once a month, by the tenant.', 'Every week, by the tenant.'))
    cpSync(folder, `${folder}-2`, { recursive: true })
    const later = await openStage(noon, { file, course: `${folder}-2` })
    const screen = await later.press('ada', control(back, 'Good'))
    expect(words(screen)).toContain('1 card changed since you started, so it’s left out and doesn’t count.')
    expect(await later.ledger.memories.log('terminal:team:ada', '2026-01-01')).toEqual([])
    expect(screen.title).toBe('Flashcards finished')
    await later.close()
  })

  it('refuse a topic without cards, and a number that makes no sense', async () => {
    const { stage } = await openCards()
    expect(words(await stage.type('ada', 'cards topics=nonsense'))).toContain('There’s no topic “nonsense”')
    for (const count of ['0', '51']) expect(words(await stage.type('ada', `cards ${count}`))).toContain('Choose 1 to 50 cards.')
  })
})

describe('which items come up', () => {
  const day = '2026-03-10'
  const memory = (item: string, on: string) => remember(item, null, on, 'good')

  it('are due ones, then new ones, then those nearest to being forgotten', () => {
    const memories = new Map([['card:late', memory('card:late', '2026-02-01')], ['card:due', memory('card:due', '2026-03-01')], ['card:older', memory('card:older', '2026-03-09')], ['card:fresh', memory('card:fresh', day)]])
    const items = ['card:fresh', 'card:new', 'card:older', 'card:due', 'card:late']
    const from = { items, memories, day, seed: 'one' }
    expect(pickItems(from, 5)).toEqual(['card:late', 'card:due', 'card:new', 'card:older', 'card:fresh'])
    expect(pickItems(from, 2)).toEqual(['card:late', 'card:due'])
  })

  it('depend on the seed alone where nothing sets them apart', () => {
    const items = Array.from({ length: 30 }, (_, at) => `card:${at}`)
    const pick = (seed: string) => pickItems({ items, memories: new Map(), day, seed }, 10)
    expect(pick('one')).toEqual(pick('one'))
    expect(pick('one')).not.toEqual(pick('two'))
  })
})

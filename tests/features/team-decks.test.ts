// Flashcards from the team: a manager sends a deck, uses it, and people of that channel alone get its cards, as long as it is used.
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { strToU8, zipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import { readSentCards } from '../../src/course/import/read-sent-cards.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { filesOf } from '../../src/screens/files.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { commands } from '../catalog.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { ankiPackage } from '../fakes/anki-package.ts'
import { folder } from '../fakes/import-files.ts'
import { twoCourses } from '../fakes/two-courses.ts'
import { control, labels } from './session-screens.ts'

let stage: Stage
afterEach(() => stage?.close())

async function opened(): Promise<void> {
  stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri open=1h')
}

async function send(content: string | Uint8Array, name = 'night-shift.txt', place?: string, who = 'owner'): Promise<Screen> {
  const file = { name, data: typeof content === 'string' ? new TextEncoder().encode(content) : content }
  return (await stage.send({ kind: 'command', command: commands.parse('add-question'), file, ...(place === undefined ? {} : { place }) } as never, who)).screen
}

const anki = (...cards: readonly string[]) => ['#separator:tab', '#html:true', ...cards].join('\n')
const queue = 'What do you drain first?\tThe <b>queue</b>'
const alarm = 'Who hears the alarm?\tThe team on call'

const textIn = (screen: Screen, name: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(filesOf(screen).find((file) => file.name === name)?.data)

/** The cards of the team that somebody gets. */
async function cardsOf(who: string, line = 'cards 50', place?: string | null): Promise<readonly string[]> {
  let screen = place === undefined ? await stage.type(who, line) : await stage.type(who, line, place)
  const found: string[] = []
  while (screen.name === 'cards') {
    if (words(screen).includes('From your team')) found.push(words(screen))
    screen = await stage.press(who, control(screen, 'Skip'))
  }
  return found
}

describe('a deck that a manager sends', () => {
  it('is a draft first; once it is used, its cards come beside those of the course, as the team’s own', async () => {
    await opened()
    const draft = await send(anki(queue, alarm))
    expect(draft.title).toBe('A draft deck')
    expect(words(draft)).toContain('night shift: 2 cards from Anki text.')
    expect(words(draft)).toContain('1. What do you drain first? · The queue')
    expect(await cardsOf('ada')).toEqual([])
    expect(words(await stage.press('owner', control(draft, 'Use these cards')))).toContain('People here get these cards from now on.')
    expect(await cardsOf('ada')).toHaveLength(2)
    const front = await stage.type('ben', 'cards team')
    expect(words(front)).toContain('From your team: night shift · card 1 of 2')
    const back = await stage.press('ben', control(front, 'Show the answer'))
    expect(words(back)).toMatch(/The queue|The team on call/u)
    expect(words(await stage.press('ben', control(back, 'Again')))).toContain('card 2 of 2')
    stage.clock.now = Date.parse('2026-03-12T12:00Z')
    const due = await stage.type('ben', 'review', null)
    expect(words(due)).toContain('From your team: night shift')
    expect(words(await stage.press('ben', control(due, 'Show the answer')))).toMatch(/The queue|The team on call/u)
  })

  it('is for people of its channel, and for managers alone to work on', async () => {
    await opened()
    const draft = await send(anki(queue, alarm))
    const used = await stage.press('owner', control(draft, 'Use these cards'))
    await stage.type('owner', 'setup 09:00 UTC mon-fri', 'terminal:team:other')
    expect(await cardsOf('cleo', 'cards 50', 'terminal:team:other')).toEqual([])
    expect(await cardsOf('dora', 'cards 50', null)).toEqual([])
    expect(words(await stage.type('owner', 'decks', 'terminal:team:other'))).toContain('Your team has no flashcards of its own yet')
    const sure = await stage.press('owner', control(used, 'Delete'))
    for (const label of ['Stop using them', 'Delete', 'Export', 'All decks', 'Open 1']) expect(words(await stage.press('ada', control(used, label)))).toContain('Only managers can do that')
    expect(words(await stage.press('ada', control(sure, 'Delete')))).toContain('Only managers can do that')
    expect(words(await stage.type('ada', 'decks'))).toContain('Only managers can do that')
    expect(words(await send(anki(queue), 'a.txt', undefined, 'ada'))).toContain('Only managers can do that')
  })

  it('comes as .apkg, as a table, as Kotoba’s, and as text, and says what could not be taken', async () => {
    await opened()
    const deck = await send(ankiPackage('Ops::On call', [['Who holds the <b>pager</b>?', 'The primary'], ['The map <img src="a.png">', 'Here [sound:a.mp3]'], ['<img src="b.png">', 'There'], ['{{c1::Ada}} leads', ''], ['', 'Nothing']]), 'ops.apkg')
    expect(words(deck)).toContain('On call: 3 cards from Anki package.')
    expect(words(deck)).toContain('Left out: 1 sound and 1 picture. Cards are text only.')
    expect(words(deck)).toContain('Its front is empty.')
    expect(labels(deck)).toContain('Look through it')
    expect(words(await send('front,back\nSLO,A target\nSLO,A target\nSLO,Another\nSLI,A measure\n', 'terms.csv'))).toMatch(/terms: 2 cards from CSV[^]*1 card was in it twice[^]*1 card left out[^]*has this front twice/u)
    expect(words(await send('\uFEFFQuestion,Answers,Comment,Instructions,Render as\n犬,"いぬ, inu",dog,,Image\n', 'words.csv'))).toContain('1. 犬 · いぬ or inu. dog')
    expect(words(await stage.type('owner', `add-question ${anki('Typed\tAs text')}`))).toContain('Flashcards: 1 card')
    expect(words(await send(anki(`Long\t${'x'.repeat(201)}`), 'long.txt'))).toMatch(/None of its cards can be used.[^]*Its back has 201 characters. Shorten it to 200./u)
    expect(words(await stage.type('owner', 'decks'))).toContain('4 drafts · 0 in use')
  })

  it('comes again in a new version: what changed is said, and people keep what they learned', async () => {
    await opened()
    await stage.press('owner', control(await send(anki(queue, alarm)), 'Use these cards'))
    const back = await stage.press('ben', control(await stage.type('ben', 'cards team'), 'Show the answer'))
    await stage.press('ben', control(back, 'Good'))
    const exported = await stage.press('owner', control(await stage.press('owner', control(await stage.type('owner', 'decks'), 'Open 1')), 'Export'))
    for (const name of ['flashcards.txt', 'flashcards.csv']) expect(words(await send(textIn(exported, name), name))).toContain('This deck is already here')
    const next = await send(textIn(exported, 'flashcards.csv').replace('The queue', 'The old queue').concat(',night shift,And then?,The workers\r\n'), 'flashcards.csv')
    expect(words(next)).toContain('It will replace the deck in use (1 new, 1 changed).')
    expect((await cardsOf('eve')).join()).not.toContain('And then?')
    await stage.press('owner', control(next, 'Use these cards'))
    expect((await cardsOf('fay')).join()).toContain('And then?')
    expect(words(await stage.type('owner', 'decks'))).toMatch(/1\. Draft · night shift · 2 cards[^]*2\. night shift · 3 cards[^]*1 draft · 1 in use/u)
    stage.clock.now = Date.parse('2026-03-30T12:00Z')
    expect(words(await stage.type('ben', 'review', null))).toContain('From your team: night shift')
  })

  it('is withdrawn as a whole or card by card; sessions under way go past what is gone', async () => {
    await opened()
    const used = await stage.press('owner', control(await send(anki(queue, alarm)), 'Use these cards'))
    const underWay = await stage.type('gil', 'cards team')
    const card = await stage.press('owner', control(used, 'Open 1'))
    expect(words(card)).toContain('From your team: night shift · card 1 of 2')
    const sure = await stage.press('owner', control(card, 'Delete this card'))
    expect(words(await stage.press('owner', control(sure, 'Keep it')))).toContain('The queue')
    expect(words(await stage.press('owner', control(sure, 'Delete')))).toContain('Card deleted.')
    expect(words(await stage.press('owner', control(card, 'Delete this card')))).toContain('This card is gone.')
    expect(words(await stage.press('owner', control(used, 'Delete')))).toContain('Delete this deck?')
    expect(await cardsOf('ada', 'cards team')).toHaveLength(1)
    const draft = await stage.press('owner', control(used, 'Stop using them'))
    expect(words(draft)).toContain('It’s a draft again')
    expect(await cardsOf('eve')).toEqual([])
    expect(words(await stage.press('gil', control(underWay, 'Show the answer')))).not.toMatch(/The queue|The team on call/u)
    const really = await stage.press('owner', control(draft, 'Delete'))
    expect(words(await stage.press('owner', control(really, 'Keep it')))).toContain('Nothing was deleted.')
    expect(words(await stage.press('owner', control(really, 'Delete')))).toMatch(/Deleted\.[^]*no flashcards of its own yet/u)
    for (const label of ['Use these cards', 'Delete', 'Open 1']) expect(words(await stage.press('owner', control(draft, label)))).toContain('This deck is gone')
  })

  it('can be the only one: a course without cards says so, and gets those of the team', async () => {
    const { course } = await openStage('2026-03-09T08:00Z')
    stage = await openStage('2026-03-09T08:00Z', { course: { ...course, flashcards: [], byId: { ...course.byId, flashcards: new Map() } } })
    await stage.type('owner', 'setup 09:00 UTC')
    expect(words(await stage.type('ada', 'cards'))).toContain('This course has none, and your team hasn’t added any.')
    await stage.press('owner', control(await send(anki(queue)), 'Use these cards'))
    expect(await cardsOf('ada')).toHaveLength(1)
  })
})

it('is of its channel’s course, and the ledger is sound with all of it', async () => {
  const file = join(folder(), 'ledger')
  stage = await openStage('2026-03-09T08:00Z', { file, courses: twoCourses() })
  const there = 'terminal:team:flats'
  const pressThere = async (who: string, screen: Screen, label: string) => (await stage.send({ kind: 'press', control: control(screen, label), chosen: [], place: there } as never, who)).screen
  await stage.type('owner', 'setup 09:00 UTC')
  await stage.type('owner', 'setup 09:00 UTC course=other-rules', there)
  const used = await pressThere('owner', await send(anki(queue, alarm), 'deck.txt', there), 'Use these cards')
  expect(words(used)).toContain('Flashcards from your team')
  expect(await cardsOf('ben')).toEqual([])
  const back = await pressThere('ben', await stage.type('ben', 'cards team', there), 'Show the answer')
  await pressThere('ben', back, 'Again')
  stage.clock.now = Date.parse('2026-03-20T12:00Z')
  expect(words(await stage.type('ben', 'review course=house-rules', null))).not.toContain('From your team')
  expect(words(await stage.type('ben', 'review course=other-rules', null))).toContain('From your team: deck')
  await stage.close()
  expect(verifyLedger(file).problems).toEqual([])
  const db = new Database(file)
  db.prepare(`UPDATE team_decks SET body = '{"title":"x","cards":[{"id":"team-0","front":"","back":"b"}]}'`).run()
  db.close()
  expect(verifyLedger(file).problems.join()).toMatch(/The flashcards deck-\w+ of a team can’t be shown as they’re kept/u)
})

describe('a file that holds no deck', () => {
  it.each([
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /holds no deck of flashcards.*save it as “CSV UTF-8”/u],
    ['half of one', ankiPackage('Ops', [['a', 'b']]).subarray(0, 300), /damaged/u],
    ['one that grows when it is unpacked', zipSync({ 'collection.anki21b': zstdCompressSync(new Uint8Array(25_000_000)) }), /larger than 20 MB/u],
  ])('%s is refused with what to do', async (_, file, why) => {
    await opened()
    expect(words(await send(file, 'deck.apkg'))).toMatch(why)
  })

  it('one that takes too long is given up, and the bot goes on meanwhile', async () => {
    const slow = new TextEncoder().encode(anki(`${'{{c1::'.repeat(150_000)}\tback`))
    for (const data of [ankiPackage('Ops', [['a', 'b']]), slow]) expect(await readSentCards({ name: 'deck.txt', data }, 1)).toMatchObject({ problem: expect.stringContaining('takes too long') })
  })

  it('a large text is read like a small one', async () => {
    const many = Array.from({ length: 900 }, (_, nth) => `Question number ${nth}\tThe answer is ${nth}`)
    expect(await readSentCards({ name: 'deck.txt', data: new TextEncoder().encode(anki(...many)) })).toMatchObject({ format: 'Anki text', cards: { length: 900 } })
    expect(await readSentCards({ name: 'exam.gift', data: new TextEncoder().encode('Who? {=a ~b}\n\n'.repeat(2_000)) })).toBeUndefined()
  })
})

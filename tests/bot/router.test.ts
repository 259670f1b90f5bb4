// Whom a request goes to, what the feature is given, and where its answer stands.
import { afterEach, describe, expect, it } from 'vitest'
import { catalogOf } from '../../src/features/catalog.ts'
import { features } from '../../src/features/features.ts'
import { channelControl, inChannel, runControl } from '../../src/screens/control.ts'
import { answerControl } from '../../src/screens/question.ts'
import type { Reply } from '../../src/screens/request.ts'
import { here, openStage, words, type Stage } from './stage.ts'
import { loads, probe, probeControls as controls } from './probe-feature.ts'

const catalog = catalogOf([...features, probe])
let stage: Stage
afterEach(() => stage.close())

const open = async () => void (stage = await openStage('2026-03-02T07:00Z', { catalog }))
const setUp = (place = here.place) => stage.type('owner', 'setup 09:00 UTC daily topics=repairs', place)
const known = (name: string, values: object = {}) => ({ kind: 'command', command: { kind: 'known', name, values } })
const press = (control: string) => ({ kind: 'press', control, chosen: [] })
const ask = (request: object, who = 'ada', place: string | null = here.place): Promise<Reply> => stage.send({ ...request, place } as never, who)

/** The name of the screen, where it stands, and what it says. */
const shown = (reply: Reply) => ({ to: reply.to, ...('update' in reply ? { update: reply.update } : {}), name: reply.screen.name, title: reply.screen.title, says: words(reply.screen) })

describe('a command', () => {
  it('gets words without what phones put into them, numbers as numbers, and no choice that there is not', async () => {
    await open()
    expect(shown(await ask(known('probe', { words: 'a “b” c', page: '2', how: 'loud' })))).toMatchObject({ to: 'asker', update: false, says: expect.stringContaining('{"words":"a \\"b\\" c","page":2,"how":"loud"}') })
    expect(shown(await ask(known('probe', { how: 'softly' })))).toMatchObject({ says: expect.stringContaining('{}') })
  })

  it('loads its feature’s answers once', async () => {
    await open()
    const before = loads.answers
    for (let time = 0; time < 3; time++) await ask(known('probe'))
    expect(loads.answers).toBe(before + 1)
  })

  it('without a value that it needs says which, and how it is used', async () => {
    await open()
    expect(shown(await ask(known('lookup'))).says).toMatch(/Usage: .*lookup <words>/u)
    expect(shown(await ask(known('guarded'), 'owner')).says).toMatch(/Usage: .*guarded <words>/u)
  })

  it('that does not exist is met with the one that may be meant', async () => {
    await open()
    const unknown = (typed: string, meant: string | null) => ask({ kind: 'command', command: { kind: 'unknown', typed, meant } })
    expect(shown(await unknown('prob', 'probe'))).toMatchObject({ update: false, says: expect.stringMatching(/There’s no command “prob”\. Did you mean “probe”\?/u) })
    expect(shown(await unknown('xyz', null))).toMatchObject({ title: 'Unknown command', says: expect.stringContaining('There’s no command “xyz”.') })
  })

  it('typed wrongly by somebody who may not use it is refused, and nothing is said about what they typed', async () => {
    await open()
    const misused = { kind: 'command', command: { kind: 'misused', name: 'guarded', problem: 'That is no word.' } }
    expect(shown(await ask(misused)).title).toBe('Not for you')
    expect(shown(await ask(misused, 'owner')).says).toContain('That is no word.')
    const open_ = { kind: 'command', command: { kind: 'misused', name: 'probe', problem: 'That is no number.' } }
    expect(shown(await ask(open_)).says).toMatch(/That is no number\.[\s\S]*Usage: .*probe/u)
  })

  it('that an answer’s button runs stands in place of that answer', async () => {
    await open()
    expect(shown(await ask(press(runControl.text({ line: 'probe quiet' }))))).toMatchObject({ update: true, name: 'probe', says: expect.stringContaining('{"how":"quiet"}') })
  })
})

describe('outside of any channel', () => {
  it('a command goes to the only channel that the person has, and its buttons go on there', async () => {
    await open()
    await setUp()
    const reply = await ask(known('probe', { page: '2' }), 'owner', null)
    expect(shown(reply).says).toContain(here.place)
    expect(reply.screen.blocks.at(-1)).toMatchObject({ buttons: [{ control: inChannel(here.place, controls.replace.text({ words: 'on' })) }] })
  })

  it('somebody with several channels chooses one, and the command runs there as it was typed', async () => {
    await open()
    await setUp()
    await setUp('terminal:team:other')
    const reply = await ask(known('probe', { page: '2', how: 'loud' }), 'owner', null)
    expect(reply.screen.name).toBe('choose-channel')
    const buttons = reply.screen.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ control }) => control) : []))
    expect(buttons).toHaveLength(2)
    const places = await Promise.all(buttons.map(async (control) => shown(await ask(press(control), 'owner', null)).says))
    for (const place of [here.place, 'terminal:team:other']) expect(places.filter((says) => says.includes(place) && says.includes('{"page":2,"how":"loud"}'))).toHaveLength(1)
  })

  it('somebody without a channel hears where to ask; for managers’ commands, that they manage nothing', async () => {
    await open()
    await setUp()
    expect(shown(await ask(known('probe'), 'ada', null)).title).toBe('Ask in a channel')
    expect(shown(await ask(known('guarded', { words: 'x' }), 'ada', null)).title).toBe('Only managers can do that')
    expect(shown(await ask(known('open', { page: '2' }), 'ada', null)).title).toBe('Only managers can do that')
    expect(shown(await ask(known('open'), 'ada', null)).title).toBe('Ask in a channel')
    expect(shown(await ask({ kind: 'command', command: { kind: 'misused', name: 'guarded', problem: 'That is no word.' } }, 'ada', null)).title).toBe('Only managers can do that')
    expect(shown(await ask({ kind: 'command', command: { kind: 'misused', name: 'probe', problem: 'That is no number.' } }, 'ada', null)).says).toContain('That is no number.')
    expect(shown(await ask({ kind: 'command', command: { kind: 'misused', name: 'guarded', problem: 'That is no word.' } }, 'owner', null)).says).toContain('That is no word.')
  })

  it('a managers’ command of somebody who only answers in the one channel is refused there', async () => {
    await open()
    await setUp()
    await stage.type('owner', 'managers add terminal:team:bob')
    await stage.type('owner', 'managers remove terminal:team:owner')
    await stage.until('2026-03-02T09:00Z')
    const round = stage.channel.posts[0]?.round ?? ''
    await ask(press(answerControl.text({ round, option: stage.optionsOf(round).right })))
    expect(shown(await ask(known('guarded', { words: 'x' }), 'ada', null)).says).toContain(here.place)
  })

  it('a managers’ command of somebody who only answers, in several channels, is refused at once', async () => {
    await open()
    for (const place of [here.place, 'terminal:team:other']) await setUp(place)
    await stage.until('2026-03-02T09:00Z')
    for (const { round, place } of stage.channel.posts) await ask(press(answerControl.text({ round, option: stage.optionsOf(round).right })), 'ada', place)
    for (const name of ['pause', 'guarded']) expect(shown(await ask(known(name, name === 'guarded' ? { words: 'x' } : {}), 'ada', null)).title).toBe('Only managers can do that')
    expect(shown(await ask(known('probe'), 'ada', null)).name).toBe('choose-channel')
  })

  it('a command about no channel is answered at once', async () => {
    await open()
    expect(shown(await ask(known('help'), 'ada', null)).name).toBe('help')
  })

  it('where no daily question runs, a managers’ command says how to begin', async () => {
    await open()
    expect(shown(await ask(known('guarded', { words: 'x' }), 'ada', null)).title).toBe('No daily question here yet')
  })
})

describe('a press', () => {
  it('is answered in place of its screen, or beside it where its control says so', async () => {
    await open()
    expect(shown(await ask(press(controls.replace.text({ words: 'a' }))))).toMatchObject({ to: 'asker', update: true, name: 'replace', says: expect.stringContaining('{"words":"a"}') })
    expect(shown(await ask(press(controls.beside.text({ words: 'b' }))))).toMatchObject({ to: 'asker', update: false, name: 'beside' })
    expect(shown(await ask(press(controls.whole.text({ words: 'c' }))))).toMatchObject({ to: 'direct', name: 'whole' })
  })

  it('of a button that no feature has is told so, beside whatever it was on', async () => {
    await open()
    for (const control of ['v1:nothing:x', 'v0:probe-replace:x', '']) expect(shown(await ask(press(control)))).toMatchObject({ update: false, title: 'This button no longer works' })
  })

  it('of a button for a channel acts in that channel, if it is the person’s own', async () => {
    await open()
    await setUp()
    const there = inChannel(here.place, controls.replace.text({ words: 'a' }))
    expect(shown(await ask(press(there), 'owner', null))).toMatchObject({ update: true, name: 'replace', says: expect.stringContaining(here.place) })
    expect(shown(await ask(press(there), 'ada', null))).toMatchObject({ update: false, title: 'This button no longer works' })
  })

  it('of a button for a channel within a channel is forged', async () => {
    await open()
    await setUp()
    const nested = channelControl.text({ place: here.place, inner: channelControl.text({ place: here.place, inner: controls.replace.text({ words: 'a' }) }) })
    expect(shown(await ask(press(nested), 'owner', null))).toMatchObject({ update: false, title: 'This button no longer works' })
  })
})

describe('a filled form', () => {
  it('goes to its command, in plain words', async () => {
    await open()
    expect(shown(await ask({ kind: 'form', command: 'guarded', values: { words: '“x”' } }))).toMatchObject({ update: false, name: 'form', says: expect.stringContaining('{"words":"\\"x\\""}') })
  })

  it.each(['', 'probe', 'today', 'frobnicate'])('of no form of this version is out of date: “%s”', async (command) => {
    await open()
    expect(shown(await ask({ kind: 'form', command, values: {} }))).toMatchObject({ update: false, title: 'This form is out of date' })
  })
})

describe('somebody who writes to the bot', () => {
  it('without asking for anything hears what there is, with the command that may be meant', async () => {
    await open()
    expect(shown(await ask({ kind: 'hello', offer: null }))).toMatchObject({ to: 'asker', update: false, name: 'hello', says: expect.stringContaining('Only you see what a button shows you.') })
    expect(shown(await ask({ kind: 'hello', offer: 'board' })).says).toContain('[Show “board”]')
  })

  it('in a direct message hears that every word is looked up, in which course', async () => {
    await open()
    expect(shown(await ask({ kind: 'hello', offer: null }, 'ada', null)).says).toContain(`look up in “${stage.course.title}”`)
  })
})

it('one’s own page is a page, and replaces none', async () => {
  await open()
  expect(shown(await ask({ kind: 'home' }, 'ada', null))).toMatchObject({ to: 'asker', update: false, name: 'home' })
})

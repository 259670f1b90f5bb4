// Outside of all groups, as in a direct message on Discord: commands about a channel find the asker's own, in all groups where they still are.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { commands } from '../catalog.ts'
import { answerControl } from '../../src/screens/question.ts'
import type { Screen } from '../../src/screens/screen.ts'

const [team, guild] = ['terminal:team', 'terminal:guild']
const [one, two, three] = [`${team}:one`, `${team}:two`, `${guild}:three`]
let stage: Stage
afterEach(() => stage.close())

const accountOf = (who: string) => `terminal:u:${who}`
const groupOf = (place: string) => place.split(':').slice(0, 2).join(':')
const asIn = (group: string, who: string) => ({ id: `${group}:${who}`, account: accountOf(who), name: `${who} of ${group}`, zone: null, admin: false, maySetUp: true })

beforeEach(async () => {
  stage = await openStage('2026-03-02T07:00Z')
  stage.channel.groupNames.set(team, 'The team').set(guild, 'The guild')
  for (const [who, place] of [['ada', one], ['ada', three], ['cleo', two]] as const) {
    await there(who, place, { kind: 'command', command: commands.parse('setup 09:00 Europe/Berlin topics=repairs') })
  }
  await stage.until('2026-03-02T08:00Z')
})

/** In a channel. */
async function there(who: string, place: string, request: object): Promise<Screen> {
  return (await stage.send({ ...request, place, group: groupOf(place), asker: asIn(groupOf(place), who) } as never, who)).screen
}

async function outside(who: string, request: object) {
  const asker = { id: `terminal:@me:${who}`, account: accountOf(who), name: `${who} anywhere`, zone: null, admin: false, maySetUp: false }
  return stage.send({ ...request, place: null, group: 'terminal:@me', outside: true, asker } as never, who)
}

const direct = async (who: string, line: string) => (await outside(who, { kind: 'command', command: commands.parse(line) })).screen
const press = async (who: string, control: string) => (await outside(who, { kind: 'press', control, chosen: [] })).screen
const postIn = (place: string) => stage.channel.posts.findLast((post) => post.place === place) ?? never()

async function answered(who: string, place: string): Promise<void> {
  const { round } = postIn(place)
  stage.clock.now += 60_000
  await there(who, place, { kind: 'press', control: answerControl.text({ round, option: stage.optionsOf(round).right }), chosen: [] })
  isIn(groupOf(place), who)
}

const isIn = (group: string, who: string) => void stage.channel.presence.set(`${group}:${who}`, { gone: false, name: `${who} of ${group}` })
const leaves = (group: string, who: string) => void stage.channel.presence.set(`${group}:${who}`, { gone: true, name: null })

function controlsOf(screen: Screen): ReadonlyMap<string, string> {
  return new Map(screen.blocks.flatMap((block) => {
    if (block.kind === 'buttons') return block.buttons.map(({ label, control }) => [label, control] as const)
    return block.kind === 'choices' ? block.options.map(({ id, control }) => [id, control] as const) : []
  }))
}

const controlIn = (screen: Screen, label: string) => controlsOf(screen).get(label) ?? never()

function never(): never {
  throw new Error('there is no such thing')
}

describe('somebody in channels of two servers', () => {
  beforeEach(async () => {
    await answered('bob', one)
    await answered('bob', three)
    await stage.until('2026-03-03T08:00Z')
  })

  it.each(['today', 'last', 'board', 'status', 'managers'])('chooses by channel and server: “%s”', async (line) => {
    const screen = await direct('bob', line)
    expect(screen.title).toBe('Which channel?')
    expect(words(screen)).toMatch(/1\. a channel in The guild\n\[Choose 1\]\n2\. a channel in The team\n\[Choose 2\]$/u)
    expect((await press('bob', controlIn(screen, 'Choose 2'))).title).not.toMatch(/Which|no longer/u)
  })

  it('answers today’s question, which counts as it does in the channel, under the name that they have there', async () => {
    const asked = await press('bob', controlIn(await direct('bob', 'today'), 'Choose 2'))
    const { round } = postIn(one)
    const result = await press('bob', controlIn(asked, stage.optionsOf(round).right))
    expect(result.title).toBe('Right')
    const board = await press('bob', controlIn(result, 'Leaderboard'))
    expect(words(board)).toContain('1. bob of terminal:team 2')
    expect(words(await there('bob', one, { kind: 'command', command: commands.parse('today') }))).toContain('You already answered')
    expect(words(await press('bob', controlIn(asked, stage.optionsOf(round).wrong)))).toContain('already')
  })

  it('sees their own points where they answered last', async () => {
    expect(words(await direct('bob', 'me'))).toMatch(/1 point, 1 of 1 right[\s\S]*Rank: 1 of 1 in a channel/u)
  })

  it('studies alone by the days of their own channels', async () => {
    await direct('bob', 'practice')
    expect(await stage.ledger.sessions.running(accountOf('bob'), 'practice')).toMatchObject({ zone: 'Europe/Berlin' })
  })

  it('hides in the server that they choose', async () => {
    const choice = await direct('bob', 'privacy hide')
    expect(words(choice)).toBe('Which server?\n1. The guild\n[Choose 1]\n2. The team\n[Choose 2]')
    const hidden = await press('bob', controlIn(choice, 'Choose 2'))
    expect(hidden.title).toBe('You’re hidden')
    const isHidden = async () => [await stage.ledger.people.isHidden(team, `${team}:bob`), await stage.ledger.people.isHidden(guild, `${guild}:bob`)]
    expect(await isHidden()).toEqual([true, false])
    await press('bob', controlIn(hidden, 'Show me'))
    expect(await isHidden()).toEqual([false, false])
    leaves(guild, 'bob')
    expect((await direct('bob', 'privacy')).title).toBe('You’re visible')
  })

  it('sees nothing anymore of a server that they left, by any old button, and is on no board there', async () => {
    const [choice, asked] = [await direct('bob', 'board'), await press('bob', controlIn(await direct('bob', 'today'), 'Choose 1'))]
    leaves(guild, 'bob')
    expect((await press('bob', controlIn(choice, 'Choose 1'))).title).toBe('You’re not in that server anymore')
    expect((await press('bob', [...controlsOf(asked).values()][0] ?? '')).title).toBe('You’re not in that server anymore')
    expect((await direct('bob', 'board')).name).toBe('board')
    expect((await stage.ledger.boards.board({ group: guild, place: three, scope: 'place', span: 'all', by: 'points', day: '2026-03-03', page: 0, size: 9, asker: '' })).people).toBe(0)
    isIn(guild, 'bob')
    expect((await press('bob', controlIn(choice, 'Choose 1'))).name).toBe('board')
  })

  it('is asked to try again where the platform does not say whether they are still there', async () => {
    const choice = await direct('bob', 'board')
    stage.channel.presence.clear()
    for (const screen of [await direct('bob', 'board'), await press('bob', controlIn(choice, 'Choose 1')), await direct('bob', 'privacy')]) {
      expect(screen.title).toBe('I can’t check your servers right now')
    }
    isIn(team, 'bob')
    expect(words(await direct('bob', 'board'))).toBe('Which channel?\n1. a channel in The team\n[Choose 1]')
  })

  it('hears nothing of a server without the bot', async () => {
    const choice = await direct('bob', 'board')
    stage.channel.groupNames.delete(guild)
    stage.channel.presence.delete(`${guild}:bob`)
    expect((await direct('bob', 'board')).name).toBe('board')
    expect((await press('bob', controlIn(choice, 'Choose 1'))).title).toBe('This button no longer works')
  })
})

describe('somebody without a channel', () => {
  it.each(['today', 'board', 'status', 'privacy hide'])('hears what to do: “%s”', async (line) => {
    expect(words(await direct('eve', line))).toMatch(/You don’t have a channel yet[\s\S]*Go to a channel with a daily question in a server/u)
  })

  it('presses what isn’t theirs in vain', async () => {
    await answered('bob', one)
    const asked = await direct('bob', 'today')
    for (const control of [...controlsOf(asked).values(), answerControl.text({ round: postIn(one).round, option: 'a' })]) {
      expect((await press('eve', control)).title).toBe('This button no longer works')
    }
    expect((await stage.ledger.rounds.view(postIn(one).round, team, null))?.answered).toBe(1)
  })
})

describe('a manager', () => {
  beforeEach(() => {
    for (const group of [team, guild]) isIn(group, 'ada')
    isIn(team, 'cleo')
  })

  it('manages what the ledger says, without ever having answered', async () => {
    const choice = await direct('ada', 'pause')
    expect(words(choice)).not.toContain('Choose 3')
    expect((await press('ada', controlIn(choice, 'Choose 2'))).title).toBe('Paused')
    expect([(await stage.ledger.quizzes.at(one))?.paused, (await stage.ledger.quizzes.at(three))?.paused]).toEqual([false, true])
    expect((await direct('cleo', 'pause')).title).toBe('Paused')
    leaves(guild, 'ada')
    expect((await press('ada', controlIn(choice, 'Choose 2'))).title).toBe('You’re not in that server anymore')
  })

  it('lists and pauses the questions of all servers', async () => {
    const list = await direct('ada', 'quizzes')
    expect(words(list)).toMatch(/a channel in The team[\s\S]*a channel in The guild/u)
    const pauses = list.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    expect(words(await press('ada', pauses[1]?.control ?? ''))).toMatch(/Paused: a channel[\s\S]*\[Pause\][\s\S]*\[Resume\]/u)
    expect((await stage.ledger.quizzes.at(three))?.paused).toBe(true)
    expect((await press('cleo', pauses[1]?.control ?? '')).title).toBe('This button no longer works')
  })

  it('gets the form of the one channel, which saves there; in two, it is chosen first', async () => {
    const reply = await outside('cleo', { kind: 'command', command: commands.parse('settings') })
    expect(reply).toMatchObject({ to: 'form', place: two, values: { time: '09:00' } })
    const filled = (who: string, place: string) => stage.send({ kind: 'form', command: 'setup', values: { time: '10:30' }, place, group: 'terminal:@me', outside: true, asker: asIn('terminal:@me', who) } as never, who)
    expect((await filled('cleo', two)).screen.title).toBe('Settings saved')
    expect((await stage.ledger.quizzes.at(two))?.time).toBe('10:30')
    expect((await filled('cleo', one)).screen.title).toBe('This button no longer works')
    expect((await direct('ada', 'settings')).title).toBe('Which channel?')
  })

  it('names somebody as they are known in that server', async () => {
    isIn(team, 'bob')
    expect((await outside('cleo', { kind: 'command', command: { kind: 'known', name: 'managers', values: { change: 'add', person: 'terminal:@me:bob' } } })).screen.title).toContain('Managers')
    expect((await stage.ledger.quizzes.at(two))?.managers).toEqual([`${team}:cleo`, `${team}:bob`])
  })

  it('is told to go there where a command is too long for a button', async () => {
    const screen = await direct('ada', `settings 10:00 Europe/Berlin mon,tue,wed,thu,fri topics=repairs,safety open=8h`)
    expect(words(screen)).toMatch(/1\. a channel in[\s\S]*2\. a channel in[\s\S]*Go to the channel and type/u)
    expect(controlsOf(screen).size).toBe(0)
  })
})

it.each(['pause', 'settings', 'settings 10:00', 'pause nonsense', 'quizzes'])('“%s” of somebody who manages nothing, or only administers a server', async (line) => {
  await answered('bob', one)
  expect(words(await direct('bob', line))).toMatch(/Only managers can do that[\s\S]*If you’re an admin of the server, use the command in the channel/u)
})

it.each(['setup', 'setup 09:00 Europe/Berlin'])('“%s” needs its channel', async (line) => {
  expect((await direct('ada', line)).title).toBe('Set it up in the channel')
})

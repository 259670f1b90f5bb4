// Teams as people meet them in chat.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from './session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

const idOf = (who: string) => `terminal:team:${who}`
const tags = (...people: readonly string[]) => people.map((who) => `<@${idOf(who)}>`).join(' ')
const said = async (who: string, line: string) => words(await stage.type(who, line))

async function begin(): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs')
}

/** On these days of March, the ones in capitals answer rightly, the others wrongly. */
async function days(dates: readonly number[], answers: string): Promise<void> {
  for (const date of dates) {
    for (const time of ['08:30', '09:00']) await stage.until(`2026-03-${String(date).padStart(2, '0')}T${time}Z`)
    const round = stage.channel.posts.at(-1)?.round ?? ''
    const { right, wrong } = stage.optionsOf(round)
    for (const letter of answers) await stage.press(letter.toLowerCase(), answerControl.text({ round, option: letter === letter.toUpperCase() ? right : wrong }))
  }
}

it('a manager adds teams by naming people, and everyone sees their averages and their own team', async () => {
  await begin()
  expect(await said('a', 'team')).toContain('No teams here yet')
  expect(await said('a', `teams add Reds ${tags('a')}`)).toContain('Only managers can do that')
  expect(await said('owner', `team add Reds ${tags('a', 'b')} and ${tags('c')}`)).toContain('Added 3 people to Reds.')
  await stage.type('owner', `teams add ${tags('d', 'e', 'f')} to Back to Basics`)
  expect(await said('a', 'team')).toMatch(/once 3 of its members count.*You’re in Reds/su)
  await days([2, 3], 'ABcDef')
  const board = await said('a', 'team')
  // 4 and 2 points of 3 people each, with 5 times the average of 1.
  expect(board).toMatch(/1\. Reds: 1\.13 · 3 people · yours\n?.*2\. Back to Basics: 0\.88 · 3 people/su)
  expect(board).toContain('(points of the team + 5 × average) ÷ (people + 5); average of everyone who counts: 1.00.')
  await days([9], 'def')
  const week = await stage.type('e', 'team')
  expect(words(week)).toContain('0.00 · 3 people · yours')
  expect(words(await stage.press('e', control(week, 'All time')))).toContain('1. Reds')
  expect(await said('e', 'team season')).toContain('No seasons here yet')
  await stage.type('owner', 'season 2026-03-02..2026-03-06 "Kickoff"')
  expect((await stage.type('e', 'team season Kickoff')).title).toBe('Teams: Kickoff')
  expect(words(await stage.press('e', control(week, 'Leaderboard')))).toContain('Leaderboard: this week')
})

it('everyone is in one team; people are removed, teams renamed and deleted, each change once', async () => {
  await begin()
  await stage.type('owner', `teams add Reds ${tags('a', 'b')}`)
  await stage.type('owner', `teams add Back to Basics ${tags('c')}`)
  expect(await said('owner', `teams add Back to Basics ${tags('b', 'd')}`)).toContain('Added 2 people to Back to Basics. One of them left another team: everyone is in one team only.')
  expect(await said('owner', `teams add Back to Basics ${tags('b')}`)).toContain('Nothing to change in Back to Basics.')
  expect(await said('owner', `teams remove ${tags('d')}`)).toContain('Removed 1 person from Back to Basics.')
  expect(await said('owner', `teams remove ${tags('d')}`)).toContain('They aren’t in a team.')
  expect(await said('owner', 'teams rename Back to Basics to Reds')).toContain('The team Reds already has that name')
  expect(await said('owner', 'teams rename Back to Basics to Greens')).toContain('It’s called Greens now.')
  const ask = await stage.type('owner', 'teams delete greens')
  expect(ask.title).toBe('Delete the team Greens?')
  expect(words(await stage.press('a', control(ask, 'Delete team')))).toContain('Only managers can do that')
  expect(words(await stage.press('owner', control(ask, 'Delete team')))).toContain('Deleted: Greens.')
  expect(words(await stage.press('owner', control(ask, 'Delete team')))).toContain('no team “Greens”')
  expect(words(await stage.press('owner', control(ask, 'Keep it')))).toContain('no team “Greens”')
  expect(await said('owner', 'teams')).toMatch(/1\. Reds: 1 person \(0 counted\)/u)
})

it('people of a channel join together, but only of one of the manager’s own, and without those who hide', async () => {
  await begin()
  await days([2], 'ABCD')
  await stage.type('d', 'privacy hide')
  const added = await stage.type('owner', 'teams add Reds <#terminal:team:general>')
  expect(words(added)).toMatch(/Added 3 people to Reds\..*a, b, c/su)
  expect(words(added)).not.toContain(', d')
  expect(await said('owner', 'teams add Reds <#terminal:team:elsewhere>')).toContain('That channel can’t be used')
})

it('people with a role join together, once: those who have answered here and are shown by name', async () => {
  await begin()
  const role = 'terminal:team:r:on-call'
  await days([2], 'ABCD')
  await stage.type('d', 'privacy hide')
  stage.channel.roles.set(role, ['a', 'b', 'd', 'never-answered'].map(idOf))
  expect(await said('a', `teams add Reds <&${role}>`)).toContain('Only managers can do that')
  const added = await said('owner', `teams add Reds <&${role}>`)
  expect(added).toMatch(/Added 2 people to Reds\. From that role, I added the people who’ve answered here and are shown by name\. People who get it later aren’t added\. To add them, use the same command again\..*a, b/su)
  expect(added).not.toContain('doesn’t count')
  stage.channel.roles.set(role, ['a', 'b', 'c'].map(idOf))
  expect(await said('owner', 'teams Reds')).not.toContain('a, b, c')
  expect(await said('owner', `teams add Reds ${tags('zan')} and <&${role}>`)).toMatch(/Added 2 people to Reds\..*a, b, c.*And 1 person/su)
  expect(await said('owner', `teams add Reds <&${role}>`)).toContain('Nothing to change in Reds.')
  stage.channel.roles.set(role, ['b', 'zan', 'd'].map(idOf))
  const again = await said('owner', `teams add reds <&${role}>`)
  expect(again).toMatch(/Nothing to change in Reds\. In Reds, but without that role: a and c\. To remove people: \/study teams remove Reds @ada.*a, b, c/su)
  expect(again).not.toContain('zan')
  await stage.type('owner', `teams add Greens ${tags('d')}`)
  expect(await said('owner', `teams remove <&${role}>`)).toMatch(/They’re in different teams\. Write the name of one of them:.*Reds: 4 people/su)
  expect(await said('owner', `teams remove Reds <&${role}>`)).toContain('Removed 2 people from Reds.')
  await stage.type('owner', `teams remove ${tags('d')}`)
  expect(await said('owner', `teams remove Reds <&${role}>`)).toContain('Nobody in Reds has that role.')
  expect(await said('owner', `teams remove <&${role}>`)).toContain('Nobody in a team has that role.')
  expect(await said('owner', `teams remove Blues <&${role}>`)).toContain('no team “Blues”')
})

it('a role that nobody has, or of which the platform says nothing, changes nothing and says why', async () => {
  await begin()
  const [empty, other] = ['terminal:team:r:empty', 'terminal:team:r:other']
  stage.channel.roles.set(empty, [idOf('a')]).set(other, [])
  expect(await said('owner', `teams add Reds <&${empty}>`)).toMatch(/Nobody who has answered here and is shown by name has that role\..*teams add Reds @ada/su)
  expect(await said('owner', `teams add Reds <&${empty}> <&${other}>`)).toContain('has one of those roles.')
  expect(await said('owner', 'teams add Reds <&terminal:team:r:locked>')).toMatch(/I can’t tell who has that role.*The list of roles is locked\./su)
  expect(await said('owner', 'teams add Reds <&elsewhere:r:x>')).toContain('Name people in the channel')
  expect(await said('owner', 'teams add Reds')).toContain('Who should be in Reds?')
  for (const everyone of ['@everyone', '@here', '@channel']) expect(await said('owner', `teams add Reds ${everyone}`)).toContain(`“${everyone}” can’t be in a team.`)
  expect(await said('owner', 'teams')).toContain('No teams yet')
})

it('a hidden member is named to nobody and counts for nothing, and sees why', async () => {
  await begin()
  await stage.type('owner', `teams add Reds ${tags('a', 'b', 'c', 'zan')}`)
  await days([2], 'AbC')
  const round = stage.channel.posts.at(-1)?.round ?? ''
  await stage.press('zan', answerControl.text({ round, option: stage.optionsOf(round).right }))
  await stage.type('zan', 'privacy hide')
  expect(await said('a', 'team')).toContain('· 3 people · yours')
  const list = await stage.type('owner', 'teams Reds')
  expect(words(list)).toMatch(/a, b, c.*And 1 person who doesn’t count/su)
  expect(JSON.stringify(list)).not.toContain('zan')
  expect(await said('zan', 'team')).toMatch(/You’re in Reds.*You’re hidden/su)
  await stage.type('c', 'privacy alias "Blue Heron"')
  expect(await said('c', 'team')).toMatch(/once 3 of its members count.*You go by an alias/su)
})

it('what is unclear is refused with what was understood', async () => {
  await begin()
  stage.channel.presence.set(idOf('app'), { gone: false, name: 'app', bot: true } as never)
  stage.channel.presence.set(idOf('left'), { gone: true, name: 'left' } as never)
  await stage.type('owner', `teams add Reds ${tags('a')}`)
  for (const [line, problem] of [
    ['teams add', 'Which team?'], ['teams add Reds', 'Who should be in Reds?'], ['teams add Reds @bob', 'I don’t know who “@bob” is'], [`teams add ${tags('b')}`, 'needs a name'], [`teams add <!channel> ${tags('b')}`, 'I don’t know who'],
    [`teams add here ${tags('b')}`, 'That word can’t be'], [`teams add Ré.ds? ${tags('b')}`, 'letters, digits, spaces'], [`teams add Reds ${tags('app')}`, 'An app can’t be in a team'], [`teams add Reds ${tags('left')}`, 'That person isn’t here'],
    ['teams add Reds <@elsewhere:x>', 'Name people in the channel'], ['teams rename Reds', 'Write both names'], ['teams rename Blues to Greens', 'no team “Blues”'], ['teams delete Blues', 'no team “Blues”'], ['teams Blues', 'no team “Blues”'], ['team season Nothing', 'no season called “Nothing”'],
  ] as const) expect(await said('owner', line), line).toContain(problem)
  expect(await said('owner', 'teams')).toContain('1. Reds: 1 person')
  for (let count = 1; count < 10; count++) await stage.type('owner', `teams add Team ${count} ${tags(`p${count}`)}`)
  expect(await said('owner', `teams add Eleven ${tags('b')}`)).toContain('Too many teams')
})

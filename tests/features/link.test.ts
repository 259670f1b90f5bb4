// Linking in chat: who is asked what, what others see of it, and that a code gives nothing away.
import { afterEach, expect, it } from 'vitest'
import type { Reply } from '../../src/screens/request.ts'
import { answerControl } from '../../src/screens/question.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { commands } from '../catalog.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from './session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

const there = 'terminal:other'

/** The same in another group, where people have other ids. */
async function elsewhere(who: string, what: { readonly line: string } | { readonly control: string }): Promise<Screen> {
  const asker = { id: `${there}:${who}`, name: `${who} there`, zone: null, admin: false, maySetUp: false }
  const kind = 'line' in what ? { kind: 'command', command: commands.parse(what.line) } : { kind: 'press', control: what.control, chosen: [] }
  return ((await stage.send({ ...kind, group: there, place: null, asker } as never, who)) as Extract<Reply, { to: 'asker' }>).screen
}

const codeOf = async (who: string) => (await stage.type(who, 'link')).title.replace('Your code: ', '')

async function linked(who = 'ada'): Promise<Screen> {
  const ask = await elsewhere(who, { line: `link ${await codeOf(who)}` })
  return elsewhere(who, { control: control(ask, 'Link') })
}

it('asks by name before anything happens; pressed twice it is linked once, and the button to undo works once', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  const ask = await elsewhere('ada', { line: `link code ${await codeOf('ada')}` })
  expect(ask.title).toBe('Link with ada in the terminal?')
  expect(words(ask)).toContain('Only link if that’s you.')
  expect(words(await elsewhere('ada', { line: 'unlink' }))).toContain('You have no linked accounts')
  const done = await elsewhere('ada', { control: control(ask, 'Link') })
  expect(words(done)).toContain('ada in the terminal and ada there in the terminal have one history and one streak now')
  expect(words(await elsewhere('ada', { control: control(ask, 'Link') }))).toContain('These accounts are linked.')
  await stage.until('2026-03-02T07:01Z')
  const [told] = stage.channel.told
  expect([stage.channel.told.length, told?.person]).toEqual([1, 'terminal:team:ada'])
  const undo = control(told?.screen as Screen, 'Undo')
  expect((await stage.press('ada', undo)).title).toBe('Unlinked')
  expect(words(await stage.press('ada', undo))).toContain('That link is already gone.')
})

it('unknown, used, and expired codes say the same, and five of them lock out for ten minutes', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  const used = await codeOf('ada')
  await elsewhere('ada', { control: control(await elsewhere('ada', { line: `link ${used}` }), 'Link') })
  const expired = await codeOf('bob')
  await stage.until('2026-03-02T07:11Z')
  const seen = [await stage.type('eve', 'link BCDF-GHJK'), await stage.type('eve', `link ${used}`), await stage.type('eve', `link ${expired}`), await stage.type('eve', 'link AEIO-UAEI')]
  for (const screen of seen) expect(screen).toEqual(seen[0])
  expect(words(await stage.type('eve', 'link 1'))).toContain('This code doesn’t work')
  const working = await codeOf('cyd')
  expect(words(await stage.type('eve', `link ${working}`))).toContain('Too many wrong codes')
  await stage.until('2026-03-02T07:22Z')
  expect(words(await stage.type('eve', `link ${await codeOf('cyd')}`))).toContain('can’t be linked')
})

it('people in one group can’t be linked, and hear who and where', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  expect(words(await stage.type('eve', `link ${await codeOf('ada')}`))).toContain('You and ada in the terminal are both in this group.')
  stage.channel.groupNames.set('terminal:team', 'Acme')
  expect(words(await stage.type('eve', `link ${await codeOf('ada')}`))).toContain('You and ada in Acme (the terminal) are both in Acme.')
})

/** Everything that eve sees of a question that ada answered, and of ada's code, if ada studied and chose in this way. */
async function seenByEve(way: 'right' | 'wrong') {
  stage = await openStage('2026-03-02T07:00Z', { salt: 'salt' })
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs open=1h')
  await stage.until('2026-03-02T09:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  await stage.type('ada', 'privacy hide')
  await stage.press('ada', answerControl.text({ round, option: stage.optionsOf(round)[way] }))
  await stage.type('ada', way === 'right' ? 'practice 2' : 'exam 5')
  const code = await codeOf('ada')
  const seen = [await elsewhere('eve', { line: `link ${code}` }), await elsewhere('eve', { line: 'unlink' }), await elsewhere('eve', { line: 'me' }), await elsewhere('eve', { line: 'export' })]
  await stage.close()
  return JSON.stringify(seen).replaceAll(code, 'CODE').replaceAll(code.replace('-', ''), 'CODE')
}

it('a code shows the name of a hidden person, and nothing of what they did', async () => {
  const [one, other] = [await seenByEve('right'), await seenByEve('wrong')]
  expect(one).toContain('Link with ada in the terminal?')
  expect(other).toBe(one)
  stage = await openStage('2026-03-02T07:00Z')
})

it('asks by name where the code’s owner goes by an alias, and by that name everywhere', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'privacy alias Blue Heron')
  const ask = await elsewhere('eve', { line: `link ${await codeOf('ada')}` })
  expect(ask.title).toBe('Link with ada in the terminal?')
  expect(words(ask)).not.toContain('Blue Heron')
})

it('who hides on one side hears that they are hidden on both, and how to change it', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await elsewhere('ada', { line: 'privacy hide' })
  const ask = await elsewhere('ada', { line: `link ${await codeOf('ada')}` })
  expect(words(ask)).toContain('You’re hidden in one of them, so you’ll be hidden in both.')
  expect(words(await elsewhere('ada', { control: control(ask, 'Link') }))).toContain('You’re hidden in both.')
  expect(words(await stage.type('ada', 'privacy show'))).toContain('you hide in an account that’s linked with this one')
  const links = await stage.press('ada', control(await stage.type('ada', 'privacy'), 'Linked accounts'))
  expect(words(await stage.press('ada', control(links, 'Unlink')))).toContain('you’re visible again')
  expect(words(await stage.type('ada', 'privacy'))).toContain('You’re visible')
})

it('a session of each side goes on; a new one ends both', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'practice 3')
  await elsewhere('ada', { line: 'practice 2' })
  await linked()
  expect(JSON.stringify(await stage.type('ada', 'practice'))).toBe(JSON.stringify(await elsewhere('ada', { line: 'practice' })))
  const sessionOf = (screen: Screen) => /v1:practice:([0-9a-f]{16})/u.exec(JSON.stringify(screen))?.[1]
  const fresh = sessionOf(await stage.type('ada', 'practice 1'))
  expect(sessionOf(await elsewhere('ada', { line: 'practice' }))).toBe(fresh)
  await stage.type('ada', 'practice 2')
  expect(await stage.ledger.sessions.past('terminal:team:ada', 'practice', 9)).toHaveLength(3)
})

it('deleting everywhere names the linked accounts, and takes them too', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'practice 2')
  await elsewhere('ada', { line: 'practice 2' })
  await linked()
  const ask = await elsewhere('ada', { line: 'forget' })
  expect(words(ask)).toContain('linked accounts: ada in the terminal and ada there in the terminal')
  await elsewhere('ada', { control: control(ask, 'Delete everything') })
  expect((await stage.type('ada', 'forget')).title).toBe('There’s nothing to delete')
  expect(words(await stage.type('ada', 'unlink'))).toContain('You have no linked accounts')
})

it('who can’t be reached is told later, and hears it too if it was taken apart before that', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  const { platform } = stage.channel
  const { tell } = platform
  Object.assign(platform, { tell: async () => false })
  const done = await linked()
  await stage.until('2026-03-02T07:01Z')
  await elsewhere('ada', { control: control(done, 'Unlink') })
  Object.assign(platform, { tell })
  await stage.until('2026-03-02T07:05Z')
  expect(stage.channel.told).toEqual([])
  await stage.until('2026-03-02T07:12Z')
  expect(stage.channel.told.map(({ screen }) => words(screen))).toEqual([expect.stringContaining('You aren’t anymore.')])
})

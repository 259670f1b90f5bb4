// In a channel that shares the question of another, managers were offered what only the other channel decides.
import { expect, it } from 'vitest'
import { here, openStage, words } from '../bot/stage.ts'

const follower = 'terminal:team:random'

it('days off, settings, status and the home page offer what is decided there', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  await stage.type('owner', 'setup 10:00 UTC mon-fri', follower)
  const code = await stage.ledger.sharing.offer(here.place, 'terminal:team:owner', stage.clock.now)
  const joined = await stage.ledger.sharing.join({ code }, { group: here.group, place: follower, asker: { id: 'terminal:team:owner', admin: true, maySetUp: true } }, stage.clock.now)
  expect(joined.kind).toBe('joined')
  await stage.type('owner', 'off 12 Mar "Team day"')
  const said = async (line: string) => words(await stage.type('owner', line, follower))
  const off = await said('off')
  expect(off).toMatch(/Team day: Thu, Mar 12, 2026.*Days off are decided in .*, which shares its question with this channel: \/study share/su)
  expect(off).not.toMatch(/\[Remove|Add some/u)
  for (const line of ['off 13 Mar', 'off remove all', 'off remove', 'pause', 'skip']) expect(await said(line), line).toContain('This is decided in another channel')
  expect(await said('settings')).toContain('Times, days, topics, pauses, and days off are decided in the channel that leads.')
  expect(await said('settings recap=thread')).not.toContain('[More settings]')
  expect(await said('status')).toContain('To make changes: /study settings, /study share, /study managers')
  expect(words(await stage.type('owner', 'quizzes')).match(/\[Pause\]/gu)).toHaveLength(1)
  await stage.type('owner', 'skip')
  await stage.type('owner', 'off 2 Mar')
  await stage.type('owner', 'off remove 2 Mar')
  expect(await said('status')).toContain('the one on Mon, Mar 2 will be skipped')
  await stage.close()
})

// `off 24 Dec ““Winter break””` was named `“Winter break`, and a name in single or corner quotes kept them.
import { expect, it } from 'vitest'
import { openStage, words } from '../bot/stage.ts'

it.each(['““Winter break””', '""Winter break""', '«Winter break»', '„Winter break“', '‚Winter break‘', "'Winter break'", '‹Winter break›', '「Winter break」', '`Winter break`', '"Winter break'])('%s is Winter break', async (typed) => {
  const stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  expect(words(await stage.type('owner', `off 24 Mar ${typed}`))).toContain('Off: Winter break (Tue, Mar 24, 2026).')
  expect(words(await stage.type('owner', `off remove ${typed}`))).toContain('Removed: Tue, Mar 24, 2026.')
  expect((await stage.type('ben', `privacy alias ${typed}`)).title).toBe('You’re shown as Winter break')
  await stage.close()
})

it('an apostrophe is no quote, and dates can be in quotes themselves', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  expect(words(await stage.type('owner', "off 24 Mar Ada's day"))).toContain('Off: Ada\'s day (Tue, Mar 24, 2026).')
  expect(words(await stage.type('owner', "off 25 Mar “Ada's ‘big’ day”"))).toContain("Off: Ada's big day (Wed, Mar 25, 2026).")
  expect(words(await stage.type('owner', 'off "26 Mar" "Party"'))).toContain('Off: Party (Thu, Mar 26, 2026).')
  await stage.close()
})

// "Cancel" below a code that had expired counted as a wrong try: after a few, the next right code was refused.
import { expect, it } from 'vitest'
import { mostTries } from '../../src/core/code.ts'
import { commands } from '../catalog.ts'
import { openStage, words } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

it('however often it is pressed', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  const asEve = async (what: object) => {
    const asker = { id: 'terminal:other:eve', name: 'eve', zone: null, admin: false, maySetUp: false }
    return (await stage.send({ ...what, group: 'terminal:other', place: null, asker } as never, 'eve')).screen
  }
  const enter = async () => asEve({ kind: 'command', command: commands.parse(`link ${(await stage.type('ada', 'link')).title.replace('Your code: ', '')}`) })
  const asked = await enter()
  await stage.until('2026-03-02T07:11Z')
  for (let times = 0; times < mostTries + 1; times++) {
    expect(words(await asEve({ kind: 'press', control: control(asked, 'Cancel'), chosen: [] }))).toContain('The code doesn’t work anymore.')
  }
  expect((await enter()).title).toContain('Link with')
  await stage.close()
})

// The owner of two linked, hidden accounts read “a hidden member in the terminal and a hidden member in the terminal”.
import { expect, it } from 'vitest'
import { commands } from '../catalog.ts'
import { openStage, words } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

it('to their owner, also where they hide', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  const elsewhere = async (what: object) => {
    const asker = { id: 'terminal:other:ada', name: 'ada there', zone: null, admin: false, maySetUp: false }
    const reply = await stage.send({ ...what, group: 'terminal:other', place: null, asker } as never, 'ada')
    return reply.screen
  }
  await stage.type('ada', 'privacy hide')
  const code = (await stage.type('ada', 'link')).title.replace('Your code: ', '')
  const ask = await elsewhere({ kind: 'command', command: commands.parse(`link ${code}`) })
  expect(ask.title).toBe('Link with ada in the terminal?')
  const both = 'ada in the terminal and ada there in the terminal'
  expect(words(await elsewhere({ kind: 'press', control: control(ask, 'Link'), chosen: [] }))).toContain(`${both} have one history and one streak now`)
  const list = await stage.type('ada', 'unlink')
  expect(words(list)).toContain(both)
  expect(words(await stage.type('ada', 'forget'))).toContain(both)
  expect(words(await stage.press('ada', control(list, 'Unlink')))).toContain(both)
  await stage.close()
})

// After linking, a message called a visible account “a hidden member”, and the question before it named no hidden account.
import { expect, it } from 'vitest'
import { commands } from '../catalog.ts'
import { openStage, words } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

it.each(['ada', 'eve'])('by their names, where %s hides', async (hides) => {
  const stage = await openStage('2026-03-02T07:00Z')
  const elsewhere = async (what: object) => {
    const asker = { id: 'terminal:other:eve', name: 'eve', zone: null, admin: false, maySetUp: false }
    return (await stage.send({ ...what, group: 'terminal:other', place: null, asker } as never, 'eve')).screen
  }
  const typed = (line: string) => elsewhere({ kind: 'command', command: commands.parse(line) })
  if (hides === 'ada') await stage.type('ada', 'privacy hide')
  else await typed('privacy hide')
  const code = await stage.type('ada', 'link')
  expect(words(code)).toContain('The person who enters it sees your name.')
  const ask = await typed(`link ${code.title.replace('Your code: ', '')}`)
  expect(ask.title).toBe('Link with ada in the terminal?')
  expect(words(ask)).toContain('they would see your name')
  await elsewhere({ kind: 'press', control: control(ask, 'Link'), chosen: [] })
  await stage.until('2026-03-02T07:01Z')
  expect(words(stage.channel.told[0]?.screen as never)).toContain('You’re linked with eve in the terminal')
  await stage.close()
})

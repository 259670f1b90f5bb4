// Deleting “what’s here” said nothing of the link that stays, called a workspace a server, and “Delete everything” was explained as “Everywhere”.
import { expect, it } from 'vitest'
import { commands } from '../catalog.ts'
import { openStage, words } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

it('before and after the data of one account is deleted', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  stage.channel.groupNames.set('terminal:team', 'Acme')
  const elsewhere = async (what: object) => {
    const asker = { id: 'terminal:other:eve', name: 'eve', zone: null, admin: false, maySetUp: false }
    return (await stage.send({ ...what, group: 'terminal:other', place: null, asker } as never, 'eve')).screen
  }
  await stage.type('ada', 'privacy show')
  await elsewhere({ kind: 'command', command: commands.parse('privacy show') })
  const code = (await stage.type('ada', 'link')).title.replace('Your code: ', '')
  await elsewhere({ kind: 'press', control: control(await elsewhere({ kind: 'command', command: commands.parse(`link ${code}`) }), 'Link'), chosen: [] })
  const ask = await stage.type('ada', 'forget')
  expect(words(ask)).toContain('“Here” is what you did in Acme. What you studied alone and the link stay until you delete it everywhere.')
  expect(words(ask)).toContain('“Everywhere” is what you did in all of your linked accounts: ada in Acme (the terminal) and eve in the terminal.')
  expect(words(await stage.press('ada', control(ask, 'Delete what’s here')))).toContain('This account is still linked with another one')
  expect(words(await stage.type('ada', 'forget'))).toContain('“Everything” is what you did in all of your linked accounts: an account in the terminal')
  expect(words(await stage.type('ada', 'unlink'))).toContain('An account in the terminal and eve in the terminal, since')
  await stage.close()
})

// “Cancel” on the question before linking, and the buttons like it, showed another screen without a word.
import { expect, it } from 'vitest'
import { commands } from '../catalog.ts'
import { openStage, words } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

it('for linking, with whether the code still works', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  const elsewhere = async (what: object) => {
    const asker = { id: 'terminal:other:eve', name: 'eve', zone: null, admin: false, maySetUp: false }
    return words((await stage.send({ ...what, group: 'terminal:other', place: null, asker } as never, 'eve')).screen)
  }
  const code = (await stage.type('ada', 'link')).title.replace('Your code: ', '')
  const asked = await stage.send({ kind: 'command', command: commands.parse(`link ${code}`), group: 'terminal:other', place: null, asker: { id: 'terminal:other:eve', name: 'eve', zone: null, admin: false, maySetUp: false } } as never, 'eve')
  const cancel = { kind: 'press', control: control(asked.screen, 'Cancel'), chosen: [] }
  expect(await elsewhere(cancel)).toMatch(/^Nothing was linked\nThe code still works until .*7:10/u)
  await stage.until('2026-03-02T07:11Z')
  expect(await elsewhere(cancel)).toContain('The code doesn’t work anymore.')
  await stage.close()
})

type Asked = Parameters<typeof control>[0]

it('for deleting one’s data, a team, and a question, for days off and corrections, and for sharing', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  await stage.type('owner', 'privacy hide')
  const kept = async (asked: string | Asked, label: string) => words(await stage.press('owner', control(typeof asked === 'string' ? await stage.type('owner', asked) : asked, label)))
  expect(await kept('forget', 'Keep it')).toContain('Nothing was deleted')
  await stage.type('owner', 'teams add Reds <@terminal:team:ada>')
  expect(await kept('teams delete Reds', 'Keep it')).toMatch(/^Team Reds\nNothing was deleted/u)
  const draft = await stage.type('owner', 'add-question Who pays? | * We | - They | Why: So. | Source: Page 2')
  expect(await kept(await stage.press('owner', control(draft, 'Delete')), 'Keep it')).toContain('Nothing was deleted')
  await stage.type('owner', 'off 24 Mar')
  expect(await kept('off remove all', 'Keep it')).toMatch(/^Days off in this channel\nNothing was removed\..*Tue, Mar 24, 2026/su)
  await stage.until('2026-03-02T09:00Z')
  expect(await kept('correct void today', 'Cancel')).toMatch(/^Correct Mon, Mar 2\nNothing changed\./u)
  const voided = await stage.press('owner', control(await stage.type('owner', 'correct void today'), 'Void it'))
  expect(words(voided)).toContain('doesn’t count')
  expect(await kept('correct undo today', 'Cancel')).toMatch(/Nothing changed\..*doesn’t count/su)
  await stage.type('owner', 'setup 09:00 UTC mon-fri', 'terminal:team:other')
  const ask = await stage.press('owner', control(await stage.type('owner', 'share'), 'Share with it'))
  expect(await kept(ask, 'Not now')).toMatch(/^Share this daily question\nNothing changed\./u)
  await stage.press('owner', control(ask, 'Share'))
  expect(await kept('unshare', 'Keep sharing')).toContain('Nothing changed.')
  await stage.close()
})

// The days off that a manager entered and their corrections were kept with their id, and missing in their export.
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { filesOf } from '../../src/screens/files.ts'
import { openStage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

it('has days off, corrections, and what somebody took back', async () => {
  const stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs')
  await stage.type('owner', 'off 24 Mar Spring fair')
  await stage.until('2026-03-09T09:00Z')
  const exported = async (who: string) => {
    const [file] = filesOf(await stage.type(who, 'export'))
    const data = file?.data ?? new Uint8Array()
    return JSON.parse(new TextDecoder().decode(file?.name.endsWith('.gz') === true ? gunzipSync(data) : data)) as { groups: object[] }
  }
  await stage.press('owner', control(await stage.type('owner', 'correct void today why Two are right'), 'Void it'))
  expect((await exported('owner')).groups).toMatchObject([{ daysOff: [{ from: '2026-03-24', to: '2026-03-24', kind: 'off', name: 'Spring fair' }], corrections: [{ voided: true, why: 'Two are right', undoneAt: null }], undoneCorrections: [] }])
  await stage.press('owner', control(await stage.type('owner', 'correct undo today'), 'Undo it'))
  const { groups } = await exported('owner')
  expect(groups).toMatchObject([{ corrections: [{ undoneAt: '2026-03-09T09:00:00.000Z' }], undoneCorrections: [{ at: '2026-03-09T09:00:00.000Z' }] }])
  await stage.close()
})

// Who had taken days off as an admin, and never answered, stayed in the database after `forget`; so did a name in what days off are called.
import { expect, it } from 'vitest'
import { isNamedAfter } from '../../src/core/days-off.ts'
import { takeOff } from '../../src/core/manage-days-off.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { ben, group, monday, place, quizOf, someone, worldOf } from '../ledger/world.ts'

const june = { ...someone('June'), name: 'June Osei' }

async function withDaysOff() {
  const ledger = await openLedger(':memory:')
  await worldOf(ledger).setUp({ managers: [ben.id] })
  const off = (by: string, from: string, name: string) => ledger.quizzes.change(place, `${from} ${name}`, monday, (quiz) => takeOff(quiz ?? quizOf(), { id: by, admin: true }, { from, to: from, name }, monday))
  await off(june.id, '2026-02-02', 'Winter break')
  await off(june.id, '2026-02-03', "June's wedding")
  await off(ben.id, '2026-02-04', 'June outing')
  await off(ben.id, '2026-02-05', 'Farewell, June Osei!')
  return ledger
}

const rows = async (ledger: Awaited<ReturnType<typeof withDaysOff>>) => (await ledger.quizzes.at(place))?.off.map(({ name, by }) => [name, by])

it('is known as long as days off have their id, and is gone from them after that', async () => {
  const ledger = await withDaysOff()
  expect(await ledger.forgetting.known(june)).toMatchObject({ here: true })
  expect(await ledger.exporting.of(june)).toMatchObject({ groups: [{ group, manages: [] }] })
  await ledger.forgetting.forget(june, 'here', monday)
  expect(await rows(ledger)).toEqual([['Winter break', null], ['', null], ['June outing', ben.id], ['', ben.id]])
  expect(await ledger.forgetting.known(june)).toMatchObject({ here: false })
  await ledger.close()
})

it('from another workspace, too', async () => {
  const ledger = await withDaysOff()
  await ledger.forgetting.forget({ id: 'slack:T2/June', group: 'slack:T2', name: 'somebody', standIn: true }, 'everywhere', monday)
  expect((await rows(ledger))?.map(([, by]) => by)).toEqual([null, null, ben.id, ben.id])
  await ledger.close()
})

it.each([
  ['Adas Geburtstag', 'Ada Lovelace', true, true], ['Adas Geburtstag', 'Ada Lovelace', false, false], ['Lovelace, Ada: party', 'Ada Lovelace', false, true], ['Halloween', 'Al', true, false],
  ['ADÁ', 'Ada', true, true], ['王小明の休み', '王小明', false, true], ['Team day', '🦊', true, false], ['Trip', '', true, false],
] as const)('“%s” and %s (their own: %s): %s', (label, name, isOwn, expected) => {
  expect(isNamedAfter(label, [name], isOwn)).toBe(expected)
})

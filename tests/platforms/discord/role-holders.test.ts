// Who has a role on Discord, asked over the gateway.
import { expect, test } from 'vitest'
import { personId, roleId } from '../../../src/platforms/discord/ids.ts'
import { openStage } from './stage.ts'

test('a hundred people are asked about at a time; who has left or is of another server has no role', async () => {
  const { discord: { world, gateway, violations }, guild, ada, bob, platform, start } = await openStage()
  const role = world.addRole(guild, 'On call')
  const others = Array.from({ length: 150 }, (_, at) => world.addPerson(guild, { username: `other${at}` }))
  for (const who of [bob, ...others.slice(148)]) who.roles = [role.id]
  guild.members.delete(others[149]?.id ?? '')
  await start()
  const elsewhere = personId('100000000000000099', bob.id)
  const found = await platform.havingRole(roleId(guild.id, role.id), [elsewhere, ...[ada, bob, ...others].map(({ id }) => personId(guild.id, id))])
  expect(found).toEqual({ kind: 'known', people: [bob, others[148]].map((who) => personId(guild.id, who?.id ?? '')) })
  expect([gateway.counts.memberRequests, violations]).toEqual([2, []])
  expect(await platform.havingRole(roleId(guild.id, role.id), [])).toEqual({ kind: 'known', people: [] })
})

test('@everyone and roles of other servers are none', async () => {
  const { discord: { world }, guild, bob, platform, start } = await openStage()
  const other = world.addGuild('Another')
  const role = world.addRole(other, 'Theirs')
  await start()
  for (const mention of [roleId(guild.id, guild.id), roleId(guild.id, role.id), roleId('100000000000000099', role.id)]) {
    expect(await platform.havingRole(mention, [personId(guild.id, bob.id)])).toMatchObject({ kind: 'cannot-tell', reason: expect.stringContaining('no such role') })
  }
})

test('a Discord that is silent or away cannot tell', async () => {
  const { discord: { world, gateway, goDark }, guild, bob, platform, start, log } = await openStage({ timing: { request: 200 } })
  const role = world.addRole(guild, 'On call')
  await start()
  const ask = () => platform.havingRole(roleId(guild.id, role.id), [personId(guild.id, bob.id)])
  const silent = { kind: 'cannot-tell', reason: 'Discord isn’t saying who has that role right now. Try again in a minute.' }
  gateway.fallSilent()
  expect(await ask()).toEqual(silent)
  expect(log).toContainEqual(expect.objectContaining({ message: 'could not look up who has a role' }))
  goDark()
  expect(await ask()).toEqual(silent)
})

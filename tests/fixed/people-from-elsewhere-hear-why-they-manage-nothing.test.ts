// An admin of another workspace, which shares the channel, heard that guests can't set up a daily question, and that a manager could add
// them. So did people whom Slack said nothing about in time.
import { beforeEach, expect, it } from 'vitest'
import { openTown, type Town } from '../journeys/slack-town.ts'

let town: Town
beforeEach(async () => {
  town = await openTown('2026-11-23T07:30:00Z')
})

const setup = 'setup 09:00 Europe/Berlin mon-fri'
const fromElsewhere = () => town.person('Ida', { admin: true, team: 'T0OTHER' })

it('in a channel without a daily question', async () => {
  const said = await town.type(fromElsewhere(), setup)
  expect(said).toContain('Only members of the workspace that the bot belongs to can set up a daily question.')
  expect(said).not.toMatch(/guest/iu)
  expect(await town.type(town.person('Gus', { guest: true }), setup)).toContain('Guests can’t set up a daily question. Ask a full member')
})

it('in a channel with one, where nobody could add them', async () => {
  await town.type(town.person('Ada'), setup)
  for (const line of ['pause', 'off 2026-12-24', setup]) {
    const said = await town.type(fromElsewhere(), line)
    expect(said).toContain('Only members of the workspace that the bot belongs to can manage a daily question.')
    expect(said).not.toContain('add you')
  }
  expect(await town.type(town.person('Gus', { guest: true }), 'pause')).toContain('Guests can’t manage a daily question.')
})

it('where Slack does not say who somebody is, they may try again', async () => {
  const bob = town.person('Bob', { admin: true })
  await town.type(town.person('Ada'), setup)
  town.slack.fail('users.info', { kind: 'status', status: 403, stored: false }, Infinity)
  expect(await town.type(bob, 'pause')).toContain('Slack didn’t say in time who you are')
})

// “managers add” took a guest, who may not set up a quiz, and a member of another workspace that shares the channel. The bot itself
// was “not a member here, or has left”.
import { beforeEach, expect, it } from 'vitest'
import { openTown, type Town } from '../journeys/slack-town.ts'

let town: Town
let ada: string
beforeEach(async () => {
  town = await openTown('2026-11-23T07:30:00Z')
  ada = town.person('Ada')
  await town.type(ada, 'setup 09:00 Europe/Berlin mon-fri')
})

const add = (id: string) => town.type(ada, `managers add <@${id}>`)

it('refuses a guest', async () => {
  expect(await add(town.person('Gus', { guest: true }))).toContain('Guests can’t manage the daily question.')
})

it('refuses somebody of another workspace', async () => {
  const said = await add(town.person('Max', { team: 'T0OTHER' }))
  expect(said).toContain('isn’t a member of this workspace')
  expect(said).toContain('U0MAX')
})

it('says of the bot itself that it is an app', async () => {
  expect(await add(town.slack.world.app.user)).toContain('An app can’t be a manager')
})

it('takes a member', async () => {
  expect(await add(town.person('Bob'))).toContain('Managers of this daily question')
})

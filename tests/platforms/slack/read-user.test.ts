// Who somebody is, read from what Slack says of a user.
import { describe, expect, test } from 'vitest'
import { presenceIn, readUser, unknownUser } from '../../../src/platforms/slack/incoming/read-user.ts'

const team = 'T0STUDY'
const read = (user: unknown) => readUser(team, 'U0ADA', user)

describe('the name of a person', () => {
  test.each<readonly [string, object, string]>([
    ['as they want to be called', { profile: { display_name: 'Ada', real_name: 'Ada Lovelace' }, real_name: 'A. Lovelace', name: 'ada' }, 'Ada'],
    ['their full name, if they have no other', { profile: { display_name: ' ', real_name: 'Ada Lovelace' }, real_name: 'A. Lovelace', name: 'ada' }, 'Ada Lovelace'],
    ['the full name beside the profile', { profile: { display_name: '', real_name: 7 }, real_name: ' A. Lovelace ', name: 'ada' }, 'A. Lovelace'],
    ['their handle, if that is all', { name: 'ada' }, 'ada'],
  ])('is %s', (_, user, name) => {
    expect(read(user).asker).toEqual({ id: 'slack:T0STUDY/U0ADA', name, zone: null, admin: false, maySetUp: true })
    expect(presenceIn(read(user))).toEqual({ gone: false, name })
  })

  test('is a stand-in where Slack says none, and boards keep the name they have', () => {
    expect(read({ profile: { display_name: '\u200B' } }).asker).toMatchObject({ name: 'somebody', standIn: true })
    expect(presenceIn(read({}))).toEqual({ gone: false, name: null })
  })
})

test('the zone is the person’s own, if it is one that exists', () => {
  expect(read({ tz: 'Europe/Berlin' }).asker.zone).toBe('Europe/Berlin')
  expect(read({ tz: 'Mars/Olympus' }).asker.zone).toBeNull()
  expect(read({ tz: 60 }).asker.zone).toBeNull()
})

describe('rights', () => {
  const rights = (user: object) => {
    const { admin, maySetUp } = read(user).asker
    return { admin, maySetUp }
  }

  test.each(['is_admin', 'is_owner', 'is_primary_owner'])('with %s are those of an admin, in the own workspace alone', (flag) => {
    expect(rights({ [flag]: true, team_id: team })).toEqual({ admin: true, maySetUp: true })
    expect(rights({ [flag]: 'true', team_id: team })).toEqual({ admin: false, maySetUp: true })
    expect(rights({ [flag]: true, team_id: 'T0OTHER' })).toEqual({ admin: false, maySetUp: false })
    expect(rights({ [flag]: true, team_id: team, is_stranger: true })).toEqual({ admin: false, maySetUp: false })
  })

  test.each(['is_restricted', 'is_ultra_restricted', 'is_bot'])('with %s are not enough to set up a quiz', (flag) => {
    expect(rights({ [flag]: true })).toEqual({ admin: false, maySetUp: false })
  })
})

describe('on the boards', () => {
  test('somebody who left is gone, under their own name', () => {
    expect(presenceIn(read({ name: 'ada', deleted: true }))).toEqual({ gone: true, name: 'ada' })
  })

  test.each([
    ['an app', { is_bot: true }, { bot: true }],
    ['a guest', { is_restricted: true }, { guest: true }],
    ['a guest of one channel', { is_ultra_restricted: true }, { guest: true }],
    ['somebody of another workspace', { team_id: 'T0OTHER' }, { outside: true }],
    ['a stranger', { is_stranger: true }, { outside: true }],
  ])('%s is told apart', (_, user, kind) => {
    expect(presenceIn(read({ name: 'ada', ...user }))).toEqual({ gone: false, name: 'ada', ...kind })
  })

  test('Slackbot is an app, although Slack does not say so', () => {
    expect(presenceIn(readUser(team, 'USLACKBOT', { name: 'slackbot' }))).toMatchObject({ bot: true })
  })
})

test('somebody of whom Slack says nothing goes by the name that came along, has no rights, and is here', () => {
  const known = unknownUser(team, 'U0ADA', { shownAs: 'ada\nlove', maySetUp: false })
  expect(known.asker).toEqual({ id: 'slack:T0STUDY/U0ADA', name: 'ada love', standIn: true, zone: null, admin: false, maySetUp: false, barred: 'unknown' })
  expect(presenceIn(known)).toEqual({ gone: false, name: null })
  expect(unknownUser(team, 'U0ADA', { shownAs: '', maySetUp: true }).asker).toMatchObject({ name: 'somebody', maySetUp: true })
})

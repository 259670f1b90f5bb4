// Who can be made a manager, and who has to stay one.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { here, openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin')
})
afterEach(() => stage.close())

const type = async (who: string, line: string) => words(await stage.type(who, line))
const idOf = (name: string) => `terminal:team:${name}`
const managers = async () => (await stage.ledger.quizzes.at(here.place))?.managers

it('nobody who left, was never here, or is an app can be added', async () => {
  stage.channel.presence.set(idOf('gone'), { gone: true, name: null }).set(idOf('app'), { gone: false, name: 'An app', bot: true })
  expect(await type('ada', `managers add ${idOf('gone')}`)).toContain('isn’t a member here, or has left')
  expect(await type('ada', `managers add ${idOf('app')}`)).toContain('An app can’t be a manager')
  expect(await managers()).toEqual([idOf('ada')])
})

it('somebody of whom the platform says nothing can be added', async () => {
  expect(await type('ada', `managers add ${idOf('bob')}`)).toContain('Managers of this daily question')
  expect(await managers()).toEqual([idOf('ada'), idOf('bob')])
  expect(await type('ada', `managers add ${idOf('bob')}`)).toContain('already manages this daily question')
})

it('people who are no managers hear that first', async () => {
  stage.channel.presence.set(idOf('gone'), { gone: true, name: null })
  expect(await type('eve', `managers add ${idOf('gone')}`)).toContain('Only managers can do that')
})

it('the last manager who is still here cannot be removed', async () => {
  await type('ada', `managers add ${idOf('bob')}`)
  stage.channel.presence.set(idOf('bob'), { gone: true, name: null })
  expect(await type('ada', `managers remove ${idOf('ada')}`)).toMatch(/Add another manager first[\s\S]*managers add @name/u)
  expect(await managers()).toEqual([idOf('ada'), idOf('bob')])
  expect(await type('ada', `managers remove ${idOf('bob')}`)).toContain('Managers of this daily question')
  expect(await type('ada', `managers remove ${idOf('bob')}`)).toContain('isn’t a manager of this daily question')
})

it('a manager who leaves out half of the command is asked for it, anybody else hears that they may not', async () => {
  expect(await type('ada', 'managers add')).toContain('Who do you want to add?')
  expect(await type('ada', `managers ${idOf('bob')}`)).toContain('add or remove')
  expect(await type('eve', 'managers add')).toContain('Only managers can do that')
  expect(await type('eve', 'managers')).toContain('Managers of this daily question')
  expect(await managers()).toEqual([idOf('ada')])
})

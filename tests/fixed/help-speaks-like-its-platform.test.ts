// Help named `skip undo:undo` on Discord, brackets that are typed nowhere, and examples about AWS whatever the course was.
import { afterEach, expect, it } from 'vitest'
import { commandData } from '../../src/platforms/discord/incoming/command-data.ts'
import { typedCommand } from '../../src/platforms/discord/outgoing/typed-command.ts'
import { commands } from '../catalog.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { openTown } from '../journeys/discord-town.ts'
import { textOf } from '../fakes/discord/people.ts'

let stage: Stage | undefined
afterEach(() => stage?.close())

it('a choice of one that says the same as its name is a yes or no on Discord, registered, shown and taken', async () => {
  expect(typedCommand('skip undo', commands)).toBe('/study-admin skip undo: true')
  expect(JSON.stringify(commandData(commands, true))).not.toMatch(/"name":"(\w+)"[^[\]{}]*"choices":\[\{"name":"\1"[^}]*\}\]/u)
  expect(typedCommand('off remove all', commands)).toBe('/study-admin off change: remove dates: all')
  const town = await openTown('2026-11-23T07:30:00Z')
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'Europe/Berlin', days: 'mon-fri' })
  await town.type(town.ada, '/study-admin skip')
  expect(textOf(await town.type(town.ada, '/study-admin skip', { undo: true }))).toContain('Skip undone')
  expect(textOf(await town.type(town.ada, '/study-admin skip', { undo: false }))).toContain('Skipped')
})

it('help shows no brackets, and explains every choice', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  // Questions as text have a | between their parts, and a file comes after a <.
  const others = commands.list.filter(({ name }) => name !== 'add-question')
  for (const { name } of others) expect(words(await stage.type('ada', `help ${name}`))).not.toMatch(/[[\]|<>]/u)
  expect(words(await stage.type('ada', 'help setup'))).toContain('When the explanation comes: instant or at-close')
})

it('examples of a look-up come from the course that runs, and have an answer', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  const help = words(await stage.type('ada', 'help lookup'))
  expect(help).not.toMatch(/\b(?:AWS|RDS|EC2)\b/iu)
  const examples = [...help.matchAll(/\/study (lookup [^\n/]+)/gu)].map(([, line = '']) => line.trim())
  expect(examples.length).toBeGreaterThan(0)
  for (const line of examples) expect((await stage.type('ada', line)).title).not.toBe('Not covered by the documents')
  expect(words(await stage.type('ada', 'lookup price of lunch'))).not.toMatch(/\b(?:AWS|RDS|EC2)\b/iu)
})

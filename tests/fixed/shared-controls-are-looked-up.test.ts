// Since there is a command `share`, “shared responsibility” was taken for a slip of it, and no longer looked up.
import { expect, it } from 'vitest'
import { openStage, words } from '../bot/stage.ts'
import { commands } from '../catalog.ts'

it.each(['shared controls', 'shared responsibility', 'shared', 'linked accounts', 'reporting an incident'])('“%s” is no slip of a command', (line) => {
  expect(commands.parse(line)).not.toMatchObject({ kind: 'unknown', meant: expect.any(String) })
})

it('shared controls are looked up', async () => {
  const stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility' })
  expect(words(await stage.type('bob', 'shared controls'))).not.toContain('Did you mean')
  expect(words(await stage.type('bob', 'shar'))).toContain('share')
  await stage.close()
})

// “/study well, who patches RDS?” was answered with “There’s no command “well””.
import { expect, it } from 'vitest'
import { openStage, words } from '../bot/stage.ts'

it.each([
  ['well, who patches RDS?', 'AWS'], ['what is a hypervisor', 'Hypervisor'], ['is AWS in charge of our IAM users', 'The customer'],
  ['we use RDS for MySQL. Nobody set a maintenance window. Who does that?', 'The customer'], ['what does the hospital have to do', 'Encrypts patient records'],
])('“%s” is looked up', async (line, said) => {
  const stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility' })
  const told = words(await stage.type('bob', line))
  expect(told).not.toContain('no command')
  expect(told).toContain(said)
  await stage.close()
})

it.each(['bord week', 'xyzzy', 'bord?'])('“%s” is still no command', async (line) => {
  const stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility' })
  expect(words(await stage.type('bob', line))).toContain('no command')
  await stage.close()
})

// The bot is started in the same way wherever it is started.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

const read = (file: string) => readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8')

it('the container starts what npm start does', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } }
  expect(read('Dockerfile')).toContain(`exec ${scripts.start}"]`)
})

it('so does the service of data/OPERATING.md', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } }
  expect(read('data/OPERATING.md')).toContain(`ExecStart=/opt/studyhall/node_modules/.bin/${scripts.start}\``)
})

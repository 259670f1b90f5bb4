// Whoever let the daily question ping @everyone on Slack read “@@everyone” in the refusal: the label of Slack's mention has its own sign.
import { expect, it } from 'vitest'
import { readCommandLine } from '../../src/platforms/slack/incoming/command-line.ts'
import { commands } from '../catalog.ts'

it.each(['<!everyone|@everyone>', '<!everyone|everyone>', '<!everyone>'])('%s is refused as “@everyone”', (typed) => {
  expect(readCommandLine(`settings mention=${typed}`, 'T0STUDY', commands)).toMatchObject({ kind: 'misused', problem: expect.stringMatching(/^“@everyone” can’t be pinged/u) })
})

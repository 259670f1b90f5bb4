// Days typed as `constructor` broke the setup: every object of JavaScript has something of that name.
import { expect, test } from 'vitest'
import { readSettings } from '../../src/features/manage/settings-input.ts'
import { defaultSettings } from '../../src/core/quiz.ts'

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])('days named %s are not understood, and nothing breaks', (days) => {
  const base = { ...defaultSettings, zone: 'UTC' }
  expect(readSettings({ days }, base, { topics: [] })).toEqual({ errors: { days: expect.stringContaining('is not a day of the week') } })
})

test('values from objects without own fields keep what holds', () => {
  const base = { ...defaultSettings, zone: 'UTC' }
  expect(readSettings(JSON.parse('{"__proto__":{"time":"10:00"}}') as Record<string, string>, base, { topics: [] })).toEqual({ settings: base })
})

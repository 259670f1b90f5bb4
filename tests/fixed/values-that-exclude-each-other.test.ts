// “me topics mistakes” got “You wrote “show” twice”: nobody had typed “show”, the name of the option.
import { expect, it } from 'vitest'
import { commands } from '../catalog.ts'

const problemOf = (line: string): string => {
  const parsed = commands.parse(line)
  return parsed.kind === 'misused' ? parsed.problem : `no problem: ${JSON.stringify(parsed)}`
}

it('a second value of an option is named with the first, as both were typed', () => {
  expect(problemOf('me topics mistakes')).toBe('“topics” and “mistakes” don’t go together. Choose one.')
  expect(problemOf('board week month')).toBe('“week” and “month” don’t go together. Choose one.')
  expect(problemOf('setup 09:00 10:00')).toBe('“09:00” and “10:00” don’t go together. Choose one.')
  expect(problemOf('review exam aside')).toBe('“exam” and “aside” don’t go together. Choose one.')
})

it('days and topics in two places are put together', () => {
  expect(problemOf('setup mon 09:00 wed')).toBe('Write all days in one place: “mon,wed”.')
  expect(problemOf('practice topics=repairs topics=safety')).toBe('Write all topics in one place: “repairs,safety”.')
})

it('the same value twice is said to be so', () => {
  expect(problemOf('me topics Topics')).toBe('You wrote “topics” twice. Write it once.')
})

it('no refusal of two values names an option that was not typed', () => {
  for (const { name, options } of commands.list) {
    for (const { choices = [], name: option } of options) {
      const [one, other] = choices
      if (one === undefined || other === undefined || choices.includes(option)) continue
      expect(problemOf(`${name} ${one} ${other}`)).not.toContain(`“${option}”`)
    }
  }
})

// “B” written to the bot on Discord, below a question, was answered with “This works in a channel of a server”; and “A C” was looked up.
import { expect, it } from 'vitest'
import { isLetters, readWrittenWords } from '../../src/commands/written-words.ts'
import { labels, textOf } from '../fakes/discord/people.ts'
import { openTown } from '../journeys/discord-town.ts'
import { commands } from '../catalog.ts'

it.each(['B', 'b)', 'A C', 'a, c', 'a and c', 'A,B,C'])('“%s” is an answer', (typed) => {
  expect(isLetters(typed)).toBe(true)
  expect(readWrittenWords(typed, 'direct', { commands, isTerm: () => false })).toBe('today')
})

it.each(['az', 'bad', 'a question', 'cab', '', 'g'])('“%s” is none', (typed) => expect(isLetters(typed)).toBe(false))

it('on Discord hears what to press, and the session is as it was', async () => {
  const town = await openTown('2026-11-23T07:30:00Z')
  const { world, people } = town.discord
  const bob = town.person('bob')
  const there = world.directChannel(bob)
  await town.type(bob, '/study practice', {}, there)
  people.say(bob, there, 'B')
  await expect.poll(() => textOf(world.messagesIn(there).at(-1) ?? never())).toContain('To answer, press a button under the question')
  const last = world.messagesIn(there).at(-1) ?? never()
  expect(labels(last)).toEqual(['Practice', 'Review', 'Exam'])
  expect(textOf(await town.press(bob, last, 'Practice'))).toContain('question 1 of')
  expect(town.discord.violations).toEqual([])
})

function never(): never {
  throw new Error('there is no message')
}

// A very long name from right to left was cut before the sign that ends its isolate, so the rest of the message was reordered.
import { expect, it } from 'vitest'
import { shorten } from '../../src/platforms/slack/outgoing/shorten.ts'

it.each([3, 4, 5, 10, 11, 12])('a name that is cut at %i units ends its isolate', (limit) => {
  const cut = shorten('1. \u2068' + 'ש'.repeat(20) + '\u2069 · 3 points', limit)
  expect(cut.length).toBeLessThanOrEqual(limit)
  expect((cut.match(/\u2068/gu) ?? []).length).toBe((cut.match(/\u2069/gu) ?? []).length)
  expect(cut).toContain('…')
})

it('a name that is not cut stays as it is', () => {
  expect(shorten('\u2068שלום\u2069 · 3 points and more', 20)).toBe('\u2068שלום\u2069 · 3 points a…')
})

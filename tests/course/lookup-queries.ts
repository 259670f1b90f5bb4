// The questions of lookup-queries.yaml and lookup-queries-2.yaml, each with the answer that it has to get.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { answerToJson } from '../../src/course/lookup/answer.ts'
import type { Answer } from '../../src/course/lookup/answer.ts'

const owner = z.enum(['aws', 'customer', 'shared'])
const list = z.array(z.string())
const round = z.strictObject({
  aws: list,
  customer: list,
  shared: list,
  'not-covered': list,
  'no-owner': list,
  'side-by-side': z.array(z.strictObject({ ask: z.string(), owners: z.array(owner) })),
})

export type Query = { readonly round: string; readonly ask: string; readonly expected: string; readonly owners: readonly string[] }

export function readQueries(): readonly Query[] {
  return ['lookup-queries', 'lookup-queries-2'].flatMap(readFile)
}

function readFile(name: string): readonly Query[] {
  const file = z.record(z.string(), round).parse(parse(readFileSync(`${import.meta.dirname}/${name}.yaml`, 'utf8')))
  return Object.entries(file).flatMap(([of, { 'side-by-side': pairs, ...lists }]) => {
    const round = `${name}, ${of}`
    return [
      ...Object.entries(lists).flatMap(([expected, asks]) => asks.map((ask) => ({ round, ask, expected, owners: [] }))),
      ...pairs.map(({ ask, owners }) => ({ round, ask, expected: 'side-by-side', owners })),
    ]
  })
}

export function isRight(query: Query, answer: Answer): boolean {
  const { found, owner } = answerToJson(answer)
  if (query.expected === 'not-covered') return !found
  if (query.expected === 'no-owner') return found && owner === null
  if (query.expected === 'side-by-side') return answer.kind === 'row' && answer.rows.map((row) => row.owner).join() === query.owners.join()
  return owner === query.expected
}

/** Worse than no answer: somebody is named, and it is not who it should be. */
export function namesWrongOwner(query: Query, answer: Answer): boolean {
  return answerToJson(answer).owner !== null && !isRight(query, answer)
}

// The questions of lookup-queries-3.yaml, by kind, each with what a good answer must be.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { answerToJson } from '../../src/course/lookup/answer.ts'
import type { Answer } from '../../src/course/lookup/answer.ts'

export type KindQuery = { readonly kind: string; readonly ask: string; readonly good: string }

const file = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])))

export function readKindQueries(): readonly KindQuery[] {
  const kinds = file.parse(parse(readFileSync(`${import.meta.dirname}/lookup-queries-3.yaml`, 'utf8')))
  return Object.entries(kinds).flatMap(([kind, list]) => list.map(([ask, good]) => ({ kind, ask, good })))
}

export const isOutside = ({ good }: KindQuery): boolean => good === 'none'

export const isGood = ({ good }: KindQuery, answer: Answer): boolean =>
  good.split('|').some((alternative) => alternative.split('&').every((condition) => holds(condition.trim(), answer)))

/** Somebody is named, and nobody should be or somebody else. */
export const namesWrongParty = (query: KindQuery, answer: Answer): boolean => {
  const { owner } = answerToJson(answer)
  const parties = ['aws', 'customer', 'shared']
  return owner !== null && !isGood(query, answer) && parties.some((party) => query.good.split(/[|&]/u).some((condition) => condition.trim() === party))
}

function holds(condition: string, answer: Answer): boolean {
  const { found, owner, title, text } = answerToJson(answer)
  const [, key = condition, value = ''] = /^(\w+): ?(.*)$/u.exec(condition) ?? []
  switch (key) {
    case 'none':
      return !found
    case 'sides':
      return answer.kind === 'row' && answer.rows.map((row) => row.owner).join(', ') === value
    case 'says':
      return `${title} ${text}`.toLowerCase().includes(value.toLowerCase())
    case 'row':
    case 'term':
    case 'section':
      return answer.kind === key && title?.toLowerCase().startsWith(value.toLowerCase()) === true
    default:
      return owner === key
  }
}

// What only a question of a course has, as a file says it: taken where the course knows it, and told where it doesn't.
import { numberOf } from '../../../core/number-of.ts'
import type { Course } from '../../course.ts'
import { difficulties, forms } from '../../read/schema.ts'
import type { Extra, Item } from '../items.ts'

export function knownExtra({ parties, byId }: Course, { difficulty, owner, form, facts, note }: Extra): Extra {
  const known = facts?.filter((fact) => byId.facts.has(fact)) ?? []
  return {
    ...(includes(difficulties, difficulty) ? { difficulty: difficulty ?? '' } : {}),
    ...(includes(Object.values(parties).map(({ id }) => id), owner) ? { owner: owner ?? '' } : {}),
    ...(includes(forms, form) ? { form: form ?? '' } : {}),
    ...(note === undefined ? {} : { note }),
    ...(known.length === 0 ? {} : { facts: known }),
  }
}

const includes = (list: readonly string[], one: string | undefined): boolean => one !== undefined && list.includes(one)

/** A sentence for each word that the course doesn't know. */
export function unknownExtras(course: Course, items: readonly Item[]): readonly string[] {
  const extras = items.flatMap((item) => ('text' in item && item.extra !== undefined ? [item.extra] : []))
  const words = [
    ['difficulty', difficulties],
    ['owner', Object.values(course.parties).map(({ id }) => id)],
    ['form', forms],
  ] as const
  const sentences = words.flatMap(([name, list]) => {
    const unknown = [...new Set(extras.flatMap((extra) => (extra[name] === undefined || includes(list, extra[name]) ? [] : [extra[name]])))]
    return unknown.map((word) => `The ${name} “${word.slice(0, 40)}” was left out. It can be ${list.join(', ')}.`)
  })
  const lost = extras.filter(({ facts = [] }) => facts.some((fact) => !course.byId.facts.has(fact))).length
  return lost === 0 ? sentences : [...sentences, `${numberOf(lost, 'question')} came without facts that this course doesn’t have.`]
}

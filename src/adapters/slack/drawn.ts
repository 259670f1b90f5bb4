// Screens that are drawn already. When a question has come, many people press the same few buttons and are shown the same few
// screens; to know one again costs a tenth of drawing it.
import type { Screen } from '../../screens/screen.ts'
import { plainScreen } from './plain-screen.ts'
import { render } from './render.ts'

export type Drawn = {
  /** Text and blocks as the inside of a JSON object. */
  fields(screen: Screen): string
}

/** About 4 kB each. */
const mostKept = 256

export function createDrawn(): Drawn {
  const kept = new Map<string, { readonly screen: Screen; readonly fields: string }>()
  return {
    fields: (screen) => {
      const name = plainScreen(screen)
      const found = kept.get(name)
      // The same words may still be another screen: other buttons, another round.
      if (found !== undefined && same(found.screen, screen)) return found.fields
      const fields = JSON.stringify(render(screen)).slice(1, -1)
      const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined
      if (oldest !== undefined) kept.delete(oldest)
      kept.delete(name)
      kept.set(name, { screen, fields })
      return fields
    },
  }
}

/** Whether two pieces of plain data are equal. Strings of the course are the same objects, so this hardly reads them. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, index) => same(item, other[index]))
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => same(one[key as keyof typeof one], other[key as keyof typeof other]))
}

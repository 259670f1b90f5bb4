// Keeps each screen as it was rendered: what many people get is one object, and rendering it costs more than sending it.
import type { Screen } from '../../../screens/screen.ts'
import { render } from './render.ts'

const cache = new WeakMap<Screen, string>()

/** The text and blocks of a screen, as the inside of a JSON object, without the braces. */
export function renderedFields(screen: Screen): string {
  const cached = cache.get(screen)
  if (cached !== undefined) return cached
  const fields = JSON.stringify(render(screen)).slice(1, -1)
  cache.set(screen, fields)
  return fields
}

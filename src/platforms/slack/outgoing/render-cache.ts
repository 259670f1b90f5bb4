// Screens that are drawn already: what is shown to many people is one object, and to draw it costs more than to send it.
import type { Screen } from '../../../screens/screen.ts'
import { render } from './render.ts'

const drawn = new WeakMap<Screen, string>()

/** Text and blocks of a screen, as the inside of a JSON object. */
export function fieldsOf(screen: Screen): string {
  const known = drawn.get(screen)
  if (known !== undefined) return known
  const fields = JSON.stringify(render(screen)).slice(1, -1)
  drawn.set(screen, fields)
  return fields
}

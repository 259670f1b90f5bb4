// Above a screen of a private session: tasks were left out, because they have changed, or are gone.
import type { Screen } from './screen.ts'
import { strong } from './text.ts'

/** @param thing what one task is: `question` */
export function withLeftOut(screen: Screen, count: number, thing: string): Screen {
  if (count === 0) return screen
  const [what, changed] = count === 1 ? [`1 ${thing}`, 'so it’s left out and doesn’t count'] : [`${count} ${thing}s`, 'so they’re left out and don’t count']
  return { ...screen, above: [...(screen.above ?? []), { kind: 'paragraph', text: [strong(`${what} changed since you started`), `, ${changed}.`] }] }
}

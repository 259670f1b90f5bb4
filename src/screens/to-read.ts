// What to read after a session: a section for each topic in which something was missed.
import type { Source } from '../core/question.ts'
import { passageButtons } from './passage.ts'
import type { Block } from './screen.ts'
import { strong } from './text.ts'

/** `source`: undefined where a team says in its own words what to read, which is the topic then. */
export type ToRead = { readonly topic: string; readonly source: Source | undefined }

/** The most that anybody reads after a session. */
const shown = 3

/** @param missed the first of each topic is shown */
export function toReadBlocks(missed: readonly ToRead[]): readonly Block[] {
  const byTopic = new Map(missed.toReversed().map((each) => [each.topic, each]))
  const first = [...byTopic.values()].toReversed().slice(0, shown)
  if (first.length === 0) return []
  return [
    { kind: 'paragraph', text: [strong('Worth another look: '), first.map(({ topic }) => topic).join(' · ')] },
    { kind: 'buttons', buttons: passageButtons(first.flatMap(({ source }) => source ?? [])) },
  ]
}

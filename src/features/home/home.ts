// One person's own page over all their channels, put together from what each feature shows of a channel.
import type { Request } from '../../screens/request.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import type { Feature, HomePart } from '../feature.ts'
import type { Means } from '../services.ts'

/** More channels than this would make a page that nobody reads, and that Slack refuses (100 blocks). */
const channelsShown = 3

export async function homePage(features: readonly Feature[], request: Request, means: Means): Promise<Screen> {
  const channels = (await means.ledger.people.placesOf(request.asker.id)).slice(0, channelsShown)
  const parts = await Promise.all(features.map(async ({ home }) => (await home?.())?.home ?? {}))
  const blocks: Block[] = []
  for (const place of channels) {
    if (channels.length > 1) blocks.push({ kind: 'paragraph', text: ['In ', { kind: 'place', id: place }] })
    for (const { ofChannel } of parts) blocks.push(...((await ofChannel?.(request, place, means)) ?? []))
  }
  if (channels.length === 0) blocks.push(...welcome(means.course.title))
  return homeScreen([...blocks, ...atEnd(parts, channels)])
}

export const homeScreen = (blocks: readonly Block[]): Screen => ({ name: 'home', page: true, title: 'Studyhall', tone: 'plain', blocks })

const atEnd = (parts: readonly HomePart[], channels: readonly string[]) => parts.flatMap((part) => part.atEnd?.(channels) ?? [])

/** For somebody who has not answered anywhere yet. */
export function welcome(courseTitle: string): readonly Block[] {
  return [
    { kind: 'paragraph', text: [`A scenario question each study day, explained from the documents. This course: ${courseTitle}.`] },
    { kind: 'paragraph', text: ['Answer your first question in a channel, and your progress appears here. To start in a channel, type ', command('setup'), ' there.'] },
  ]
}

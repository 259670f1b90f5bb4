// One person's own page: today's questions in their channels, their progress, their rank.
import type { PlaceId } from '../../core/quiz.ts'
import { progressBlocks, type ProgressView } from '../boards/board-screen.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'

type HomeChannel = {
  readonly place: PlaceId
  /** The question screen or what became of it; null where none is open. */
  readonly question: Screen | null
  /** When the next question comes, where none is open. */
  readonly next: Text
  readonly progress: ProgressView
}

export type HomeView = {
  /** The channels of the person, the latest first. */
  readonly channels: readonly HomeChannel[]
}

export function homeScreen(view: HomeView, courseTitle: string): Screen {
  const blocks: Block[] = view.channels.flatMap(({ place, question, next, progress }): Block[] => [
    ...(view.channels.length === 1 ? [] : ([{ kind: 'paragraph', text: ['In ', { kind: 'place', id: place }] }] as const)),
    ...(question === null
      ? ([{ kind: 'paragraph', text: ['No question is open right now. ', ...next] }] as const)
      : ([{ kind: 'heading', text: question.title }, ...question.blocks] as const)),
    { kind: 'heading', text: 'My progress' },
    ...progressBlocks(progress),
  ])
  if (blocks.length === 0) {
    blocks.push(
      { kind: 'paragraph', text: [`A scenario question each study day, explained from the documents. This course: ${courseTitle}.`] },
      { kind: 'paragraph', text: ['Answer your first question in a channel, and your progress appears here. To start in a channel, type ', command('setup'), ' there.'] },
    )
  }
  blocks.push({
    kind: 'buttons',
    buttons: [{ label: 'Set up a channel', control: { kind: 'set-up' }, primary: view.channels.length === 0 }],
  })
  return { name: 'home', title: 'Studyhall', tone: 'plain', blocks }
}

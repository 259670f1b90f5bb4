// Somebody's own progress on their page.
import type { HomePart } from '../feature.ts'
import { progressBlocks } from './progress-screen.ts'
import { progressIn } from './progress.ts'

export const home: HomePart = {
  ofChannel: async (request, place, means) => [{ kind: 'heading', text: 'My progress' }, ...progressBlocks(await progressIn(place, request, means))],
}

// Posts the final boards of weeks and seasons, in the channels that want them, and keeps what they show up to date.
import type { Instant } from '../core/time.ts'
import type { Services } from '../features/services.ts'
import { drawAgain, postOnce, type Beat } from './post-once.ts'

type Platforms = Beat<'announce' | 'healthy' | 'redraw' | 'editsQuietly' | 'shared'>['platform']

const finalPosts = () => import('../features/final-board/final-post.ts')

/** At every beat. */
export async function postFinalBoards(services: Services, platform: Platforms, now: Instant): Promise<void> {
  const { ledger } = services
  const beat = { services, platform, now }
  const kind = { what: 'a final board', posts: ledger.finalBoards }
  await postOnce({ ...kind, event: ({ ending: { from, to } }) => `final ${from} ${to}`, screen: async ({ place, ending }) => (await finalPosts()).finalScreen(place, ending, ledger) }, beat)
  await drawAgain({
    ...kind,
    screen: async ({ place, ending }) => {
      const { finalScreen, withoutBoard } = await finalPosts()
      return (await finalScreen(place, ending, ledger)) ?? withoutBoard(ending)
    },
  }, beat)
}

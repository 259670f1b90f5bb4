// The app is removed from a group and comes back: meanwhile nothing is forgotten, and nothing is posted.
import { pauseWithoutManager } from '../core/manage.ts'
import type { GroupId, Quiz } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'
import { notice } from '../screens/notice.ts'
import type { Screen } from '../screens/screen.ts'
import { command } from '../screens/text.ts'
import type { Work } from '../delivery/work.ts'
import { reachFirst, toManagers } from '../delivery/reach-managers.ts'

type Needs = Pick<Work, 'ledger' | 'log'>

/** Pauses every quiz of the group until somebody resumes it. */
export async function removed({ ledger, log }: Needs, group: GroupId, at: Instant): Promise<void> {
  await ledger.groups.noteRemoval(group, at)
  for (const quiz of await ledger.quizzes.of(group)) {
    // Channels elsewhere that share the question go on.
    await ledger.sharing.handOver(quiz.place)
    await ledger.quizzes.change(quiz.place, `removed ${group} ${at}`, at, pauseWithoutManager)
    log.info({ place: quiz.place }, 'paused a daily question because the app was removed')
  }
}

/**
 * If the app had been removed, tells the first manager of each paused quiz who can be reached, in one message for all their channels.
 * Once, however often the bot starts; if nobody can be reached, again at the next start.
 */
export async function returned({ ledger, log, platform }: Needs & Pick<Work, 'platform'>, group: GroupId): Promise<void> {
  if ((await ledger.groups.removalOf(group)) === null) return
  const paused = (await ledger.quizzes.of(group)).filter((quiz) => quiz.paused && quiz.retired === null)
  const managers = await toManagers(paused.map((quiz) => ({ quiz })), { platform })
  const unheard = await reachFirst(managers, async (manager, theirs) => (await platform(manager)?.tell(manager, stillPaused(theirs))) ?? false)
  for (const { quiz } of unheard) log.warn({ place: quiz.place }, 'a daily question is still paused because the app was removed, and no manager can be reached')
  if (unheard.length === 0) await ledger.groups.noteRemoval(group, null)
}

function stillPaused(waiting: readonly { readonly quiz: Quiz }[]): Screen {
  const screen = notice('The bot is back', [['The daily question was paused when the bot was removed. It’s still paused in:']])
  const channels = waiting.map(({ quiz }) => [{ kind: 'place', id: quiz.place } as const])
  return {
    ...screen,
    blocks: [
      ...screen.blocks,
      { kind: 'list', items: channels },
      { kind: 'paragraph', text: ['To start it again, type ', command('resume'), ' in the channel. All answers, points, and streaks are safe.'] },
    ],
  }
}

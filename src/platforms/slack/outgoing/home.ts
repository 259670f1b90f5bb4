// Publishes the App Home of one person.
import { keepLatest } from '../../../core/keep-latest.ts'
import type { Screen } from '../../../screens/screen.ts'
import { faultName } from '../connection/fault.ts'
import type { UserId } from '../ids.ts'
import { renderView } from './render.ts'
import type { ShowTools } from './show.ts'

type HomeTools = Pick<ShowTools, 'web' | 'log' | 'measures' | 'homesKept'>

/** Never fails: what cannot be shown is in the log. */
type PublishHome = (user: UserId, screen: Screen) => Promise<void>

/** Slack asks for the page each time somebody opens it. A page that has not changed is not published again. */
export function createPublishHome({ web, log, measures, homesKept = 1_000 }: HomeTools): PublishHome {
  const published = new Map<UserId, string>()
  return async (user, screen) => {
    const blocks = renderView(screen)
    const json = JSON.stringify(blocks)
    if (published.get(user) === json) return
    try {
      await web.views.publish({ user_id: user, view: { type: 'home', blocks } })
      keepLatest(published, user, json, homesKept)
    } catch (error) {
      measures?.notShown?.()
      log.warn({ user, fault: faultName(error) }, 'could not show the Home tab')
    }
  }
}

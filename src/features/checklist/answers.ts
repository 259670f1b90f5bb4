// Shows the checklist, and ticks its items.
import { firstTries, noTries, triesByTopic } from '../../core/first-tries.ts'
import { noLongerActive } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import { accountOf } from '../learner.ts'
import type { Means } from '../services.ts'
import { checklistScreen, itemsShown, noChecklist, type ItemView } from './checklist-screen.ts'
import type { checklist } from './face.ts'

export const commands: Answers<typeof checklist>['commands'] = {
  checklist: ({ page = 1 }, request, means) => show(page - 1, request, means),
}

export const controls: Answers<typeof checklist>['controls'] = {
  list: ({ page }, press, means) => show(page, press, means),
  tick: async ({ item, tick }, press, means) => {
    const at = means.course.checklist.findIndex(({ id }) => id === item)
    if (at < 0) return noLongerActive()
    await means.ledger.ticks.set(accountOf(press), item, tick === 'yes', press.at)
    return show(Math.floor(at / itemsShown), press, means)
  },
}

async function show(page: number, request: Request, { course, ledger }: Means): Promise<Screen> {
  if (course.checklist.length === 0) return noChecklist()
  const account = accountOf(request)
  const [ticks, log] = await Promise.all([ledger.ticks.of(account), ledger.memories.log(account, '')])
  const tries = triesByTopic(firstTries(log).values(), (id) => course.byId.questions.get(id)?.topic)
  const items = course.checklist.map(({ id, can, topics }): ItemView => {
    const own = topics.map((topic) => tries.get(topic) ?? noTries)
    return {
      id, can, topics,
      titles: topics.map((topic) => course.byId.topics.get(topic)?.title ?? topic),
      tries: { right: own.reduce((sum, { right }) => sum + right, 0), of: own.reduce((sum, { of }) => sum + of, 0) },
      ticked: ticks.has(id),
    }
  })
  return checklistScreen(items, page)
}

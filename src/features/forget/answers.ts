// Asks whether somebody really wants everything about them deleted, and deletes it.
import { personSeen, type Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Extent } from '../../ledger/forgetting.ts'
import type { Answers } from '../feature.ts'
import type { Means } from '../services.ts'
import { linkInWords } from '../side-words.ts'
import type { forget } from './face.ts'
import { askScreen, forgottenScreen, keptScreen, nothingKnown } from './forget-screen.ts'

export const commands: Answers<typeof forget>['commands'] = {
  forget: (_, request, means) => ask(request, means),
}

export const controls: Answers<typeof forget>['controls'] = {
  forget: ({ extent }, press, means) => carryOut(extent, press, means),
  keep: () => keptScreen(),
}

async function ask(request: Request, means: Means): Promise<Screen> {
  const { ledger } = means
  const known = await ledger.forgetting.known(personSeen(request))
  if (!known.here && !known.elsewhere && !known.alone) return nothingKnown()
  const [quizzes, links] = await Promise.all([ledger.quizzes.of(request.group), ledger.links.of(personSeen(request))])
  return askScreen(known, { group: means.groupName(request.group), manages: quizzes.some(({ managers }) => managers.includes(request.asker.id)), linked: links.map((link) => linkInWords(link, means)) })
}

async function carryOut(extent: Extent, request: Request, { ledger, counted, unnamed }: Means): Promise<Screen> {
  const named = await ledger.recaps.naming(personSeen(request))
  const managed = await ledger.forgetting.forget(personSeen(request), extent, request.at)
  // Their posts are drawn again without the name.
  named.forEach(counted)
  await unnamed(managed)
  const [known, links] = await Promise.all([ledger.forgetting.known(personSeen(request)), ledger.links.of(personSeen(request))])
  return forgottenScreen(known.elsewhere, links.length > 0)
}

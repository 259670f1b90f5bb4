// What managers do in chat, and what everybody can ask about the quiz of a channel.
import type { Answers } from '../feature.ts'
import { pauseQuiz, pauseQuizUntil, resumeQuiz, skipNext } from './changes.ts'
import type { manage } from './face.ts'
import { managers } from './managers.ts'
import { postFirst } from './introduction.ts'
import { questionNow } from './now.ts'
import { changeListed, quizzesPage } from './quizzes.ts'
import { notAllowed, notAllowedToSetUp } from '../rights.ts'
import { applySettings, filledIn, moreSettings, resultSettings, settings } from './settings.ts'
import { status } from './status.ts'

export const commands: Answers<typeof manage>['commands'] = {
  status: (_, request, means) => status(request, means),
  setup: (values, request, means) => settings('setup', values, request, means),
  settings: (values, request, means) => settings('settings', values, request, means),
  pause: ({ until }, request, means) => (until === undefined ? pauseQuiz(request, means) : pauseQuizUntil(until, request, means)),
  resume: (_, request, means) => resumeQuiz(request, means),
  skip: ({ undo }, request, means) => skipNext(undo === 'undo', request, means),
  now: (_, request, means) => questionNow(request, means),
  managers: async ({ change, person }, request, means) => {
    const isIncomplete = (change === undefined) !== (person === undefined)
    const no = isIncomplete ? await notAllowed(request, means) : undefined
    return no ?? managers(change, person, request, means)
  },
  quizzes: ({ page = 1 }, request, means) => quizzesPage(page - 1, request, means),
}

export const controls: Answers<typeof manage>['controls'] = {
  quizzes: ({ page }, press, means) => quizzesPage(page, press, means),
  changeListed,
  setUp: (_, press, means) => settings('setup', {}, press, means),
  moreSettings: (_, press, means) => moreSettings(press, means),
  resultSettings: (_, press, means) => resultSettings(press, means),
  postFirst: (_, press, means) => postFirst(press, means),
  nowAnyway: (_, press, means) => questionNow(press, means, true),
}

export const forms: Answers<typeof manage>['forms'] = {
  setup: (values, request, means) => applySettings(filledIn(values), request, means),
}

/** Asked before a complaint about what was typed. */
export const rights: Answers<typeof manage>['rights'] = {
  setup: notAllowedToSetUp,
  settings: notAllowed,
  pause: notAllowed,
  resume: notAllowed,
  skip: notAllowed,
  now: notAllowed,
  managers: notAllowed,
}

// Shows the questions of a channel's team, and does with them what its managers want.
import { approve, remove, stopAsking, teamWords, type TeamDecision, type TeamQuestion } from '../../core/team-question.ts'
import { checkTeamQuestion } from '../../course/check-team-question.ts'
import { withPassage } from '../../course/question-content.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Text } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'
import { addFilled, addTyped, askForNew, askToChange } from './add.ts'
import { deckControls, listDecks } from './decks.ts'
import { exportAll } from './export.ts'
import type { team } from './face.ts'
import { listScreen } from './list-screen.ts'
import { managed } from './managed.ts'
import { notWhileOpen, openNow } from './open-now.ts'
import { canBeAsked, sureScreen, triedScreen } from './question-screen.ts'
import { screenOf, teamRefused } from './shown.ts'

export const commands: Answers<typeof team>['commands'] = {
  questions: ({ export: files, page = 1 }, request, means) => (files === 'export' ? exportAll(request, means) : list(page - 1, request, means)),
  decks: ({ page = 1 }, request, means) => listDecks(page - 1, request, means),
  'add-question': ({ text }, request, means) => {
    const file = request.kind === 'command' ? request.file : undefined
    if (file !== undefined) return addTyped({ file }, request, means)
    return text === undefined ? askForNew(request, means) : addTyped({ text }, request, means)
  },
}

export const rights: Answers<typeof team>['rights'] = { questions: notAllowed, decks: notAllowed, 'add-question': notAllowed }

export const forms: Answers<typeof team>['forms'] = {
  'add-question': (values, request, means) => addFilled(values, request.kind === 'form' ? request.about : undefined, request, means),
}

export const controls: Answers<typeof team>['controls'] = {
  ...deckControls,
  list: ({ page }, press, means) => list(page, press, means),
  export: (_, press, means) => exportAll(press, means),
  open: ({ question }, press, means) => open(question, [], press, means),
  add: (_, press, means) => askForNew(press, means),
  edit: ({ question }, press, means) => askToChange(question, press, means),
  approve: async ({ question, version }, press, means) => {
    const found = await one(question, press, means)
    if ('no' in found) return found.no
    if (!canBeAsked(checkTeamQuestion(means.course, found.question.text))) return open(question, [], press, means)
    const note: Text = (await means.ledger.sharing.of(found.place)) === undefined ? ['Approved. It comes as one of the next daily questions here, and when people here practice alone.'] : ['Approved.']
    return change(question, (known, all) => approve(known, version, press.at, all()), note, press, means)
  },
  stop: ({ question }, press, means) => change(question, stopAsking, ['It’s a draft again, and nobody is asked it.'], press, means),
  remove: async ({ question }, press, means) => {
    const found = await one(question, press, means)
    return 'no' in found ? found.no : sureScreen(found.question)
  },
  keep: ({ question }, press, means) => open(question, ['Nothing was deleted.'], press, means),
  removeNow: ({ question, version }, press, means) => change(question, (known) => remove(known, version), [], press, means),
  tryOut: async ({ question, option }, press, means) => {
    const found = await one(question, press, means)
    if ('no' in found) return found.no
    if ((await openNow(found.place, press, means))(found.question)) return notWhileOpen(question)
    return triedScreen(found.question, withPassage(means.course, teamWords(found.question.text)), option === '*' ? press.chosen : [option])
  },
}

async function list(page: number, request: Request, means: Means, note: Text = []): Promise<Screen> {
  const found = await managed(request, means)
  return 'no' in found ? found.no : listScreen(await means.ledger.teamQuestions.of(found.place), page, note, (await means.ledger.sharing.of(found.place)) !== undefined)
}

async function one(id: string, request: Request, means: Means) {
  const found = await managed(request, means)
  if ('no' in found) return found
  const question = await means.ledger.teamQuestions.find(found.place, id)
  return question === undefined ? { no: teamRefused({ kind: 'no-such-question' }) } : { question, place: found.place }
}

async function open(id: string, note: Text, request: Request, means: Means): Promise<Screen> {
  const found = await one(id, request, means)
  return 'no' in found ? found.no : screenOf(found.question, note, found.place, request, means)
}

async function change(id: string, rule: (question: TeamQuestion | undefined, all: () => readonly TeamQuestion[]) => TeamDecision, note: Text, request: Request, means: Means): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const changed = await means.ledger.teamQuestions.change(found.place, request.asker, id, rule)
  if (changed.kind === 'refused') return teamRefused(changed.refusal)
  return changed.kind === 'removed' ? list(0, request, means, ['Deleted.']) : open(id, note, request, means)
}

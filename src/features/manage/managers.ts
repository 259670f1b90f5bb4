// Who manages a channel's daily question: shown, added, removed.
import { nameManager, removeManager } from '../../core/manage.ts'
import { mayManage, type PersonId, type Quiz } from '../../core/quiz.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Reply, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, people, type Inline, type Text } from '../../screens/text.ts'
import type { Means } from '../services.ts'
import { changeQuiz } from './changes.ts'
import { refused } from '../refused.ts'

type Step = 'add' | 'remove'

export async function managers(step: Step | undefined, person: PersonId | undefined, request: Request, means: Means): Promise<Screen | Reply> {
  if (step === undefined && person === undefined) return listManagers(request, means)
  if (step === undefined || person === undefined) {
    const missing =
      step === undefined
        ? 'Do you want to add or remove this person? Write add or remove before the name.'
        : `Who do you want to ${step}? Write the name after “${step}”.`
    return misunderstood(missing, means.commands.find('managers'))
  }
  return step === 'add' ? addManager(person, request, means) : takeManager(person, request, means)
}

async function addManager(person: PersonId, request: Request, means: Means): Promise<Screen | Reply> {
  const quiz = await ownQuiz(request, means)
  const unfit = quiz === undefined || quiz.managers.includes(person) ? undefined : await whyUnfit(person, means)
  if (unfit !== undefined) return unfit
  const screen = await changeQuiz(request, means, {
    rule: (known) => nameManager(known, request.asker, person),
    done: (changed) => managerList(changed),
    already: () => [[named(person), ' already manages this daily question.']],
  })
  return screen.name === 'refusal' ? screen : { to: 'asker', screen, update: false, newManager: person }
}

async function takeManager(person: PersonId, request: Request, means: Means): Promise<Screen> {
  const quiz = await ownQuiz(request, means)
  const presence = quiz === undefined ? new Map() : await means.presence(quiz.managers)
  const gone = new Set((quiz?.managers ?? []).filter((id) => presence.get(id)?.gone === true))
  return changeQuiz(request, means, {
    rule: (known) => removeManager(known, request.asker, person, gone),
    done: (changed) => managerList(changed),
    already: () => [[named(person), ' isn’t a manager of this daily question. To see who is, type ', command('managers'), '.']],
  })
}

/** Undefined also where the asker may not change it, which the change itself says. */
async function ownQuiz({ place, asker }: Request, { ledger }: Pick<Means, 'ledger'>): Promise<Quiz | undefined> {
  const quiz = place === null ? undefined : await ledger.quizzes.at(place)
  return quiz !== undefined && mayManage(quiz, asker) ? quiz : undefined
}

/** Why somebody can't manage anything here. Nobody is refused because the platform does not answer. */
async function whyUnfit(person: PersonId, { presence }: Pick<Means, 'presence'>): Promise<Screen | undefined> {
  const found = (await presence([person])).get(person)
  if (found?.bot === true) return refusal('An app can’t be a manager', [['Managers get a message when something goes wrong. Choose a person.']])
  if (found?.outside === true) return refusal('That person isn’t a member', [[named(person), ' isn’t a member of this workspace. Choose somebody who is.']])
  if (found?.gone !== true && found?.guest === true) return refusal('A guest can’t be a manager', [['Guests can’t manage the daily question. Choose a full member.']])
  if (found?.gone !== true) return undefined
  return refusal('That person isn’t here', [[named(person), ' isn’t a member here, or has left. Choose somebody who is.']])
}

async function listManagers(request: Request, { ledger }: Pick<Means, 'ledger'>): Promise<Screen> {
  const quiz = request.place === null ? undefined : await ledger.quizzes.at(request.place)
  if (quiz === undefined) return refused({ kind: 'no-quiz' })
  return managerList(quiz, [['Add somebody with ', command('managers add @name'), '. Remove somebody with ', command('managers remove @name'), '.']])
}

function managerList(quiz: Quiz, more: readonly Text[] = []): Screen {
  const all: Text = quiz.managers.length === 0 ? ['Owners and admins.'] : [...people(quiz.managers), ', and all owners and admins.']
  return notice('Managers of this daily question', [all, ...more])
}

const named = (person: PersonId): Inline => ({ kind: 'person', id: person, name: '' })

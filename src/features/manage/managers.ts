// Who manages a channel's quiz: shown, added, removed.
import { nameManager, removeManager } from '../../core/manage.ts'
import type { PersonId, Quiz } from '../../core/quiz.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { notice } from '../../screens/notice.ts'
import type { Reply, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, people, type Inline, type Text } from '../../screens/text.ts'
import type { Means } from '../services.ts'
import { changeQuiz } from './changes.ts'
import { refused } from './refused.ts'

type Step = 'add' | 'remove'

export async function managers(step: Step | undefined, person: PersonId | undefined, request: Request, means: Means): Promise<Screen | Reply> {
  if (step === undefined && person === undefined) return listManagers(request, means)
  if (step === undefined || person === undefined) {
    const missing =
      step === undefined
        ? 'Should this person be added or removed? Write add or remove before the name.'
        : `Whom do you want to ${step}? Write the name after “${step}”.`
    return misunderstood(missing, means.commands.find('managers'))
  }
  const named: Inline = { kind: 'person', id: person, name: '' }
  const screen = await changeQuiz(request, means, {
    rule: (quiz) => (step === 'add' ? nameManager : removeManager)(quiz, request.asker, person),
    done: (quiz) => managerList(quiz),
    already: () => [step === 'add' ? [named, ' manages this quiz already.'] : [named, ' is not one of the managers; ', command('managers'), ' names them.']],
  })
  const isNamed = step === 'add' && screen.name !== 'refusal'
  return isNamed ? { to: 'asker', screen, update: false, newManager: person } : screen
}

async function listManagers(request: Request, { ledger }: Pick<Means, 'ledger'>): Promise<Screen> {
  const quiz = request.place === null ? undefined : await ledger.quizzes.at(request.place)
  if (quiz === undefined) return refused({ kind: 'no-quiz' })
  return managerList(quiz, [['Name somebody with ', command('managers add @name'), ', remove them with ', command('managers remove @name'), '.']])
}

function managerList(quiz: Quiz, more: readonly Text[] = []): Screen {
  const named: Text = quiz.managers.length === 0 ? ['Owners and admins.'] : [...people(quiz.managers), ', and all owners and admins.']
  return notice('Managers of this quiz', [named, ...more])
}

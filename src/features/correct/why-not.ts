// Why a correction can't be made, in words.
import { courseOfRound } from '../../course/courses.ts'
import type { WhyNotCorrect } from '../../core/correction.ts'
import { countInWords } from '../../screens/question.ts'
import { code, type Text } from '../../screens/text.ts'
import type { Step } from '../../ledger/corrections.ts'
import type { Means } from '../services.ts'
import type { Found } from './correct-screen.ts'

/** `answer-first`: the asker can still answer it, and would be told the answer. */
export type WhyNot = WhyNotCorrect | 'answer-first' | 'unknown'

export function whyNot(why: WhyNot, step: Step, { round }: Pick<Found, 'round'>, { courses }: Pick<Means, 'courses'>): Text {
  switch (why) {
    case 'no-change':
      if (step.kind === 'undo') return ['There’s no correction to undo.']
      return [round.voided === true ? 'It already doesn’t count.' : 'That’s already the answer.']
    case 'bad-key':
      return [
        round.key.length === 1
          ? 'Choose exactly one answer. If several are right, void the question.'
          : `This question takes ${countInWords(round.key.length)} answers, so choose exactly ${countInWords(round.key.length)}. If others are right too, void the question.`,
      ]
    case 'would-tell':
      return [
        'Somebody who answered hides or goes by an alias. If another answer counted, leaderboards would show what they chose. You can still void the question.',
        ...(courseOfRound(courses, round).byId.questions.has(round.question) ? [' If it has to count, ask the people who run the bot: ', code(`npm run -s study -- correct ${round.question}`)] : []),
      ]
    case 'not-yet':
      return ['Managers can answer, too, so nobody sees which answer is right before the question closes. Then you can change it. If it’s no good at all, void it now.']
    case 'answer-first':
      return ['You can still answer it, so you don’t see which answer is right. Answer first, then you can change it. If it’s no good at all, void it now.']
    case 'not-asked':
    case 'unknown':
      return ['It was never posted, so there’s nothing to correct.']
  }
}

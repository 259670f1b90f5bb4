// What managers can do, on their own page: for each of their channels, and to set up another.
import { mayManage, type Quiz } from '../../core/quiz.ts'
import { runControl } from '../../screens/control.ts'
import type { Block, Button } from '../../screens/screen.ts'
import type { HomePart } from '../feature.ts'
import { manage } from './face.ts'
import { stepOf } from './step-of.ts'
import { unheardNews } from './unheard.ts'

const run = (label: string, line: string): Button => ({ label, control: runControl.text({ line }), primary: false })

export const home: HomePart = {
  atTop: (request, means) => unheardNews(request, null, means),
  ofChannel: async (request, place, { ledger }) => {
    const quiz = await ledger.quizzes.at(place)
    return quiz !== undefined && mayManage(quiz, request.asker) ? managing(quiz) : []
  },
  atEnd: (channels) => [
    { kind: 'buttons', buttons: [{ label: 'Set up a channel', control: manage.controls.setUp.text({}), primary: channels === 0 }] },
  ],
}

/** A channel that follows another one decides neither on pauses nor on extra questions. */
export function managing(quiz: Quiz): readonly Block[] {
  const step = stepOf(quiz)
  const steps = [...(quiz.follows === undefined ? [run('Post a question now', 'now')] : []), ...(step === undefined ? [] : [run(step === 'pause' ? 'Pause' : 'Resume', step)])]
  return [
    { kind: 'heading', text: 'You manage this channel' },
    {
      kind: 'buttons',
      buttons: [...steps, run('Settings', 'settings'), run('Managers', 'managers'), run('Status', 'status')],
    },
  ]
}

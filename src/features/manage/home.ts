// What managers can do, on their own page: for each of their channels, and to set up another.
import { mayManage } from '../../core/quiz.ts'
import { runControl } from '../../screens/control.ts'
import { pauseEnd } from '../../screens/dates.ts'
import type { Block, Button } from '../../screens/screen.ts'
import type { HomePart } from '../feature.ts'
import { manage } from './face.ts'
import { unheardNews } from './unheard.ts'

const run = (label: string, line: string): Button => ({ label, control: runControl.text({ line }), primary: false })

export const home: HomePart = {
  atTop: (request, means) => unheardNews(request, null, means),
  ofChannel: async (request, place, { ledger }) => {
    const quiz = await ledger.quizzes.at(place)
    return quiz !== undefined && mayManage(quiz, request.asker) ? managing(quiz.paused || pauseEnd(quiz) !== undefined) : []
  },
  atEnd: (channels) => [
    { kind: 'buttons', buttons: [{ label: 'Set up a channel', control: manage.controls.setUp.text({}), primary: channels === 0 }] },
  ],
}

export function managing(paused: boolean): readonly Block[] {
  return [
    { kind: 'heading', text: 'You manage this channel' },
    {
      kind: 'buttons',
      buttons: [run('Post a question now', 'now'), paused ? run('Resume', 'resume') : run('Pause', 'pause'), run('Settings', 'settings'), run('Managers', 'managers'), run('Status', 'status')],
    },
  ]
}

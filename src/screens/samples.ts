// Samples of the screens that belong to no feature.
import { notice, refusal } from './notice.ts'
import type { Screen } from './screen.ts'
import { command } from './text.ts'

export const sharedSamples: ReadonlyMap<string, Screen> = new Map([
  ['notice', notice('Paused', [['No question is posted here until ', command('resume'), '. An open round closes at its time.']])],
  ['refusal', refusal('Only managers can do that', [['This quiz is managed by ', { kind: 'person', id: 'terminal:local:u:Ada', name: 'Ada' }, ', and by owners and admins.']])],
])

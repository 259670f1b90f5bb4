// Samples of the screens that belong to no feature.
import { notice, refusal } from './notice.ts'
import type { Screen } from './screen.ts'
import { command } from './text.ts'
import { tooFast } from './too-fast.ts'

export const sharedSamples: ReadonlyMap<string, Screen> = new Map([
  ['notice', notice('Paused', [['No questions will be posted here until ', command('resume'), '. An open question still closes on time.']])],
  ['too-fast', tooFast(20)],
  ['refusal', refusal('Only managers can do that', [['Managers: ', { kind: 'person', id: 'terminal:local:u:Ada', name: 'Ada' }, ', and all owners and admins.']])],
])

// Samples of the screens of flashcards.
import type { CardWords } from '../../core/card.ts'
import type { Session } from '../../core/session.ts'
import { grades } from '../../core/study-item.ts'
import { otherSource, source } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { cardScreen, cardsSummary, noCards } from './cards-screen.ts'

const at = Date.UTC(2026, 10, 23, 12)
const step = (grade: string) => ({ chosen: [grade], at, guess: false, flag: false })
const task = { item: 'card:sample', order: grades, key: [], content: 1 }

const session: Session = {
  id: '0123456789abcdef', kind: 'cards', about: null, tasks: [task, task, task], steps: new Map(), position: 0, zone: 'Europe/Berlin', startedAt: at, endsAt: null,
  endedAt: null, abandoned: false, givenBack: 0,
}
const ended: Session = { ...session, position: 3, endedAt: at, steps: new Map([[0, step('good')], [1, step('hard')], [2, step('again')]]) }

const card: CardWords = {
  topicTitle: 'EC2: patching the guest operating system',
  front: 'Who patches the guest operating system of an EC2 instance?',
  back: 'The customer. AWS patches the host and the hypervisor below it and never logs in to the guest.',
  sources: [source],
}

export const samples = (): Samples => new Map([
  ['cards', cardScreen(session, card, 'front')],
  ['cards-fewer', cardScreen({ ...session, about: 'iam 30' }, card, 'front')],
  ['cards-back', cardScreen(session, card, 'back')],
  ['cards-changed', cardScreen(session, null, 'front')],
  ['cards-summary', cardsSummary(ended, [{ topic: 'EC2: patching the guest operating system', source }, { topic: 'S3: access control and public buckets', source: otherSource }])],
  ['cards-stopped', cardsSummary({ ...ended, steps: new Map() }, [])],
  ['cards-none', noCards('none')],
  ['cards-none-of-topic', noCards('not-on-topic')],
])

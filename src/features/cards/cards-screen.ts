// The screens of flashcards: the front, the back with the grades, and what came out at the end.
import { askedFor } from '../../core/asked-for.ts'
import type { CardWords } from '../../core/card.ts'
import { countAnswered, gradeOf, type Session } from '../../core/session.ts'
import type { Grade } from '../../core/study-item.ts'
import { backBlocks, changedCard, frontBlocks } from '../../screens/card.ts'
import { runControl } from '../../screens/control.ts'
import { fewerTasks } from '../../screens/fewer-tasks.ts'
import { refusal } from '../../screens/notice.ts'
import { passageButtons, passagesInSession } from '../../screens/passage.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { sessionScreen } from '../../screens/session-screen.ts'
import { goButton } from '../../screens/session-controls.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { toReadBlocks, type ToRead } from '../../screens/to-read.ts'
import { cardControls } from './face.ts'

/** @param card null: changed since the session began */
export function cardScreen(session: Session, card: CardWords | null, side: 'front' | 'back'): Screen {
  if (card === null) return sessionScreen('cards', 'Flashcards', [changedCard, { kind: 'buttons', buttons: [skip(session, 'Next card'), stop(session)] }])
  const footnote: Block = { kind: 'footnote', text: [`${card.topicTitle} · card ${session.position + 1} of ${session.tasks.length}`] }
  if (side === 'front') {
    const fewer = fewerTasks(session, 'cards', askedFor(session).subject === null ? 'there are no more right now' : 'there are no more on this right now')
    return sessionScreen('cards', 'Flashcard', [...frontBlocks(cardControls.flip, session, card, [{ ...skip(session, 'Skip'), primary: false }, stop(session)]), footnote, ...fewer])
  }
  const more = [...passageButtons(card.sources, passagesInSession), stop(session)]
  return sessionScreen('cards-back', 'Flashcard', [...backBlocks(cardControls, session, card), { kind: 'buttons', buttons: more }, footnote])
}

const skip = (session: Session, label: string): Button => goButton(cardControls, session, session.position + 1, label)

const stop = ({ id }: Session): Button => ({ label: 'Stop', control: cardControls.end.text({ session: id, how: 'end' }), primary: false })

/** @param forgotten what to read about the cards that were forgotten */
export function cardsSummary(session: Session, forgotten: readonly ToRead[]): Screen {
  const answered = countAnswered(session)
  const again: Button = { label: 'More cards', control: runControl.text({ line: 'cards' }), primary: false }
  return sessionScreen('cards-summary', 'Flashcards finished', [
    { kind: 'paragraph', text: summaryLine(session, answered) },
    ...toReadBlocks(forgotten),
    ...(answered === 0 ? [] : ([{ kind: 'footnote', text: ['Cards come back when they’re due, the forgotten ones first. They earn no points.'] }] as const)),
    { kind: 'buttons', buttons: [again] },
  ])
}

function summaryLine(session: Session, answered: number): Text {
  if (answered === 0) return ['No cards graded, so there’s nothing to save.']
  const count = (grade: Grade) => session.tasks.filter((task, at) => {
    const step = session.steps.get(at)
    return step !== undefined && step.chosen.length > 0 && gradeOf(task, step) === grade
  }).length
  return [strong(`${answered} ${answered === 1 ? 'card' : 'cards'}: `), `${count('good')} known, ${count('hard')} hard, ${count('again')} forgotten.`]
}

/** @param some whether the course has cards on other topics */
export function noCards(why: 'none' | 'aside' | 'not-on-topic'): Screen {
  if (why === 'none') return refusal('No flashcards', [['This course has none, and your team hasn’t added any.']])
  if (why === 'aside') return refusal('No flashcards right now', [['You set aside all of these cards. To take some back: ', command('review aside')]])
  return refusal('No flashcards on this', [['There are none on these topics. Try ', command('cards'), ' without a topic.']])
}

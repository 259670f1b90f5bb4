// What everyone in a channel reads when a daily question is set up there.
import { nextHeld } from '../../core/manage.ts'
import type { Quiz } from '../../core/quiz.ts'
import { canBeRead } from '../../core/time.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { moment, type Inline, type Text } from '../../screens/text.ts'
import { manage } from './face.ts'
import { daysLine } from './settings-words.ts'

const howToAnswer: Readonly<Record<Quiz['feedback'], string>> = {
  instant: 'Answer with a button. You’ll see right away whether you’re right.',
  'at-close': 'Answer with a button. Only you see your answer, and everyone sees the right one when the question closes.',
}

/**
 * Before the first question, with a button that posts it; afterwards without.
 *
 * @param by who set it up; null if nobody knows any more
 */
export function introductionScreen(quiz: Quiz, by: Inline | null, state: 'new' | 'begun'): Screen {
  const when = `${daysLine(quiz.days)} at ${quiz.time} (${quiz.zone})`
  const who: Text = by === null ? ['A daily question is set up here: '] : [by, ' set up a daily question here: ']
  const first: readonly Block[] = canBeRead(quiz.zone)
    ? [{ kind: 'paragraph', text: ['The first question comes ', moment(nextHeld(quiz).at, quiz.zone), '.'] }]
    : []
  const button: Block = { kind: 'buttons', buttons: [{ label: 'Post the first question now', control: manage.controls.postFirst.text({}), primary: true }] }
  return {
    name: 'introduction',
    title: 'Daily question',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [...who, `${when}.`] },
      { kind: 'paragraph', text: [howToAnswer[quiz.feedback]] },
      ...(state === 'new' ? [...first, button] : []),
    ],
  }
}

// The list of all daily questions that somebody manages, each with a button that pauses it or starts it again.
import { nextHeld } from '../../core/manage.ts'
import type { Quiz } from '../../core/quiz.ts'
import { canBeRead } from '../../core/time.ts'
import { dateLine, pauseEnd } from '../../screens/dates.ts'
import { channelName, whyStopped } from '../../screens/lost-channel.ts'
import { notice } from '../../screens/notice.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, moment, strong, type Text } from '../../screens/text.ts'
import { withoutZone } from '../../screens/when-next.ts'
import { manage } from './face.ts'
import { daysLine } from './settings-words.ts'
import { stepOf } from './step-of.ts'

/** `groupName`: where the list is of several groups. */
type Listed = Quiz & { readonly groupName?: string | undefined }

export type QuizzesView = {
  /** Those of this page. */
  readonly quizzes: readonly Listed[]
  /** From 0. */
  readonly page: number
  readonly pages: number
  readonly total: number
  /** Above the list: what was just done, or that there is no such page. */
  readonly note: Text
}

export function quizzesScreen(view: QuizzesView): Screen {
  const { quizzes, page, pages, total, note } = view
  if (total === 0) {
    return notice('No daily questions yet', [['You don’t manage any daily questions here. To set one up, type ', command('setup'), ' in a channel.']])
  }
  const rows = quizzes.flatMap((quiz): Block[] => [
    { kind: 'paragraph', text: quizLine(quiz) },
    ...stepButtons(quiz, page),
  ])
  const blocks: Block[] = [...(note.length === 0 ? [] : [{ kind: 'paragraph', text: note } as const]), ...rows]
  if (pages > 1) blocks.push({ kind: 'footnote', text: [`${total} daily questions · page ${page + 1} of ${pages}`] }, { kind: 'buttons', buttons: pageButtons(page, pages) })
  return { name: 'quizzes', title: 'Daily questions you manage', tone: 'plain', blocks }
}

function quizLine(quiz: Listed): Text {
  return [channelName(quiz), ...(quiz.groupName === undefined ? [] : [' in ', strong(quiz.groupName)]), ` · ${daysLine(quiz.days)}, ${quiz.time} (${quiz.zone}) · `, ...stateLine(quiz)]
}

function stateLine(quiz: Quiz): Text {
  if (quiz.retired !== null) return [strong('stopped'), `. ${whyStopped(quiz.retired)}`]
  if (quiz.paused) return [strong('paused')]
  const end = pauseEnd(quiz)
  if (end !== undefined) return [strong(`paused until ${dateLine(end)}`)]
  return canBeRead(quiz.zone) ? [strong('on'), ', next ', moment(nextHeld(quiz).at, quiz.zone, 'date')] : ['next question: ', ...withoutZone]
}

const stepLabels = { pause: 'Pause', resume: 'Resume', remove: 'Remove from this list' } as const

/** A deleted channel never comes back, so its quiz can't be resumed. */
function stepButtons(quiz: Quiz, page: number): Block[] {
  const { place, retired } = quiz
  const change = retired === 'deleted' ? 'remove' : stepOf(quiz)
  return change === undefined ? [] : [{ kind: 'buttons', buttons: [{ label: stepLabels[change], control: manage.controls.changeListed.text({ change, page, place }), primary: false }] }]
}

function pageButtons(page: number, pages: number): Button[] {
  const to = (label: string, target: number): Button => ({ label, control: manage.controls.quizzes.text({ page: target }), primary: false })
  return [...(page > 0 ? [to('Previous', page - 1)] : []), ...(page + 1 < pages ? [to('Next', page + 1)] : [])]
}

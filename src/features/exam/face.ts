// The practice exam: drawn by the blueprint, against the clock, explained at the end.
import { hash } from '../../core/random.ts'
import type { TopicId } from '../../core/quiz.ts'
import { control, oneOf, upTo, type Field } from '../../screens/control.ts'
import { session, sessionControls } from '../../screens/session-controls.ts'
import type { Face } from '../feature.ts'

/** What stands for a topic in a button, where many topics have to fit. */
export const topicMark = (topic: TopicId): string => (hash(topic) % 0x1_00_00).toString(16).padStart(4, '0')

/** More marks would not fit into a button. */
export const mostTopics = 12

/** From {@link topicMark}; empty for all topics. */
const topics: Field<readonly string[]> = {
  write: (marks) => marks.join(''),
  read: (text) => (/^(?:[0-9a-f]{4}){0,12}$/u.test(text) ? (text.match(/.{4}/gu) ?? []) : undefined),
}

const { answer, go, mark, show } = sessionControls('exam')
const questions = upTo(65)
/** `ask`: asks first whether they mean it. */
const sure = oneOf('ask', 'yes')

export const examControls = {
  answer,
  go,
  mark,
  show,
  start: control('exam-start', { questions, topics }),
  submit: control('exam-submit', { session, sure }),
  /** Gives it up. `questions` from 1 on: and starts another. */
  quit: control('exam-quit', { session, sure, questions, topics }),
  /** A page of the topics in the result. */
  result: control('exam-result', { session, page: upTo(99) }),
  /** Explains a question of an exam that has ended. */
  miss: control('exam-miss', { session, position: upTo(99) }),
  history: control('exam-history', {}),
  /** The result with a picture of its topics. */
  picture: control('exam-picture', { session }),
}

export const exam = {
  commands: {
    exam: {
      needs: 'question',
      summary: 'Take a practice exam against the clock, explained at the end',
      for: 'everyone',
      ofCourse: true,
      options: {
        questions: { kind: 'number', summary: 'How many questions, 5 to 65. 20 if you leave it out' },
        show: {
          kind: 'choice',
          summary: 'Your earlier exams, one like the last, or the end of the one that’s running',
          choices: ['history', 'retake', 'submit', 'give-up'],
          synonyms: { results: 'history', exams: 'history', 'earlier-exams': 'history', again: 'retake', finish: 'submit', quit: 'give-up', abandon: 'give-up' },
        },
        topics: { kind: 'topics', summary: 'Topics by name, with commas between. All of them if you leave it out' },
      },
      examples: ['exam', 'exam 65', 'exam history'],
      courseExample: { start: 'exam 10', name: 'topic' },
      aliases: ['test', 'practice exam', 'practice test', 'mock exam', 'me history', 'my history', 'me exams', 'my exams'],
      where: 'alone',
    },
  },
  controls: examControls,
} as const satisfies Face

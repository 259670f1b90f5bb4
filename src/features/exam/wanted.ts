// What somebody wants of an exam, and how it's kept with the exam.
import type { TopicId } from '../../core/quiz.ts'
import type { Session } from '../../core/session.ts'

/** `topics` is empty for all of them. */
export type Wanted = { readonly questions: number; readonly topics: readonly TopicId[] }

/** `20 iam,s3-access`: what the exam is about, as its session keeps it. */
export const aboutOf = ({ questions, topics }: Wanted): string => `${questions} ${topics.join(',')}`

export function wantedIn({ about, tasks }: Pick<Session, 'about' | 'tasks'>): Wanted {
  const [questions = '', topics = ''] = (about ?? '').split(' ')
  return { questions: Number(questions) || tasks.length, topics: topics === '' ? [] : topics.split(',') }
}

// What somebody asked a private session for, as the session keeps it in `about`: its subject, and how many tasks if there were fewer.
import type { Session } from './session.ts'

export type AskedFor = {
  /** Topics with commas between, or another name that the feature knows; null for everything. */
  readonly subject: string | null
  readonly count: number
}

/** `repairs,safety`; `repairs,safety 30` where 30 were asked for and fewer were drawn. @param count undefined: they named no number */
export function aboutFor(subject: string | null, count: number | undefined, drawn: number): string | null {
  return count === undefined || count <= drawn ? subject : `${subject ?? ''} ${count}`
}

export function askedFor({ about, tasks }: Pick<Session, 'about' | 'tasks'>): AskedFor {
  const [subject = '', count = ''] = (about ?? '').split(' ')
  return { subject: subject === '' ? null : subject, count: Number(count) || tasks.length }
}

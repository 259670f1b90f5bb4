// All open reports, read from a ledger that a bot may be using.
import type { Reported } from '../../reports.ts'
import { byQuestion, openReports, type OpenRow } from '../../tables/reports.ts'
import { explainError } from './explain-error.ts'
import { openToRead } from './verify.ts'

export function readReports(file: string): readonly Reported[] {
  const db = openToRead(file)
  try {
    return byQuestion(db.prepare<[], OpenRow>(openReports('true')).all())
  } catch (fault) {
    throw explainError(fault, file)
  } finally {
    db.close()
  }
}

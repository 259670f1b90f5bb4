// What somebody is told whose exam the clock has ended.
import type { SessionId } from '../../core/session.ts'
import { notice } from '../../screens/notice.ts'
import type { Screen } from '../../screens/screen.ts'
import { examControls } from './face.ts'

export function timeUpScreen(session: SessionId): Screen {
  const result = { label: 'See the result', control: examControls.show.text({ session }), primary: true }
  return { ...notice('Time’s up: your exam was submitted', [['Questions you didn’t answer count as wrong.']], [result]), name: 'exam-time-up' }
}

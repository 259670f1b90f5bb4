// The reminder to review, and what is said when somebody asks for it or turns it off.
import type { Reminder } from '../../core/reminder.ts'
import { runControl } from '../../screens/control.ts'
import { notice } from '../../screens/notice.ts'
import type { Button, Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import { reviewControls } from './face.ts'

const reviewButton = (): Button => ({ label: 'Review', control: runControl.text({ line: 'review' }), primary: true })

const offButton = (): Button => ({ label: 'Turn off reminders', control: reviewControls.quiet.text({}), primary: false })

/** @param due at most as many as a review asks */
export function reminderScreen(due: number): Screen {
  const what = due === 1 ? 'There’s one thing' : `There are ${due} things`
  return { ...notice('Time to review', [[`${what} to go over, whenever it suits you.`]], [reviewButton(), offButton()]), name: 'review-reminder' }
}

export function remindedScreen({ time, zone }: Reminder): Screen {
  const lines = [[`I’ll message you around ${time} (${zone}) when something is due, on days with a daily question, or Monday to Friday if there’s none around you. Otherwise you won’t hear from me.`]]
  return { ...notice('Reminder on', lines, [offButton()]), name: 'review-reminded' }
}

export const quietScreen = (): Screen => ({
  ...notice('Reminder off', [['I won’t remind you. To turn it on again, type ', command('review remind=08:30'), ' with a time that suits you.']]),
  name: 'review-quiet',
})

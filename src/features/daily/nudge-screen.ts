// The reminder before a channel's question closes, and what is said when somebody asks for it or turns it off.
import type { Lead } from '../../core/nudge.ts'
import type { Round } from '../../core/round.ts'
import { inChannel } from '../../screens/control.ts'
import { notice } from '../../screens/notice.ts'
import { showRoundControl } from '../../screens/round-controls.ts'
import type { Button, Screen } from '../../screens/screen.ts'
import { command, moment } from '../../screens/text.ts'
import { cutTo } from '../../screens/width.ts'
import { nudgeControl } from './face.ts'

export const leadInWords: Readonly<Record<Lead, string>> = { 30: '30 minutes', 60: 'an hour' }

const onButton = (label: string): Button => ({ label, control: nudgeControl.text({ to: '30m' }), primary: false })
export const offButton = (label: string): Button => ({ label, control: nudgeControl.text({ to: 'off' }), primary: false })

/** In columns: three lines of a phone. */
const longestStem = 130

/** Read in direct messages, so its buttons say the channel. */
export function nudgeScreen({ id, place, closesAt, zone, words }: Pick<Round, 'id' | 'place' | 'closesAt' | 'zone' | 'words'>): Screen {
  const there = (button: Button): Button => ({ ...button, control: inChannel(place, button.control) })
  const answer = { label: 'Answer', control: showRoundControl.text({ round: id }), primary: true }
  const lines = [
    ['The question in ', { kind: 'place', id: place } as const, ' is open until ', moment(closesAt, zone), '. You haven’t answered it yet.'],
    ...(words === null ? [] : [[cutTo(words.stem, longestStem)]]),
  ]
  return { ...notice('Closing soon', lines, [there(answer), there(offButton('Turn off reminders'))]), name: 'nudge' }
}

export function nudgedScreen(lead: Lead): Screen {
  const lines = [
    [`If you haven’t answered a question here ${leadInWords[lead]} before it closes, I’ll message you. Not on days off, and not while you’re away.`],
    [{ kind: 'strong', text: 'Only you get it.' } as const, ' It’s for this channel alone.'],
  ]
  return { ...notice('Reminder on', lines, [offButton('Turn it off')]), name: 'nudge-on' }
}

export const notNudgedScreen = (): Screen => ({
  ...notice('Reminder off', [['I won’t remind you before questions close here. To turn it on again: ', command('today nudge=30m')]], [onButton('Turn it on again')]),
  name: 'nudge-off',
})

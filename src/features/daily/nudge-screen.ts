// The reminder before a channel's question closes, and what is said when somebody asks for it or turns it off.
import { minutesBefore, type Lead } from '../../core/nudge.ts'
import type { Round } from '../../core/round.ts'
import { inChannel } from '../../screens/control.ts'
import { notice } from '../../screens/notice.ts'
import { showRoundControl } from '../../screens/round-controls.ts'
import type { Button, Screen } from '../../screens/screen.ts'
import { command, moment, strong, type Text } from '../../screens/text.ts'
import { nudgeControl } from './face.ts'
import { excerpt } from '../../screens/written.ts'

/** @param openMinutes of the channel's questions */
export function leadInWords(openMinutes: number | null, lead: Lead): string {
  const minutes = minutesBefore(openMinutes, lead)
  return minutes === 60 ? 'an hour' : minutes === 1 ? 'a minute' : `${minutes} minutes`
}

const onButton = (label: string): Button => ({ label, control: nudgeControl.text({ to: '30m' }), primary: false })
export const offButton = (label: string): Button => ({ label, control: nudgeControl.text({ to: 'off' }), primary: false })

/** In characters: three lines of a phone. */
const longestStem = 130

/** Read in direct messages, so its buttons say the channel. */
export function nudgeScreen({ id, place, closesAt, zone, words }: Pick<Round, 'id' | 'place' | 'closesAt' | 'zone' | 'words'>): Screen {
  const there = (button: Button): Button => ({ ...button, control: inChannel(place, button.control) })
  const answer = { label: 'Answer', control: showRoundControl.text({ round: id }), primary: true }
  const lines = [
    ['The question in ', { kind: 'place', id: place } as const, ' is open until ', moment(closesAt, zone), '. You haven’t answered it yet.'],
    ...(words === null ? [] : [excerpt(words.stem, longestStem)]),
  ]
  return { ...notice('Closing soon', lines, [there(answer), there(offButton('Turn off reminders'))]), name: 'nudge' }
}

/** `late`: an open question for which no reminder comes. */
export type NudgedView = { readonly lead: Lead; readonly openMinutes: number | null; readonly late: Pick<Round, 'id' | 'closesAt' | 'zone'> | null; readonly isShared: boolean }

export function nudgedScreen({ lead, openMinutes, late, isShared }: NudgedView): Screen {
  const isShort = minutesBefore(openMinutes, lead) < lead
  const lines: Text[] = [
    [`If you haven’t answered a question here ${leadInWords(openMinutes, lead)} before it closes, I’ll message you.${isShort ? ' That’s halfway: questions aren’t open long enough here for an earlier one.' : ''} Not on days off, and not while you’re away.`],
    ...(late === null ? [] : [['It’s too late for the question that’s open: it closes ', moment(late.closesAt, late.zone), '.']]),
    [strong('Only you get it.'), isShared ? ' It’s for this question in all channels that share it.' : ' It’s for this channel alone.'],
  ]
  const answer = late === null ? [] : [{ label: 'Answer now', control: showRoundControl.text({ round: late.id }), primary: true }]
  return { ...notice('Reminder on', lines, [...answer, offButton('Turn it off')]), name: 'nudge-on' }
}

export const notNudgedScreen = (): Screen => ({
  ...notice('Reminder off', [['I won’t remind you before questions close here. To turn it on again: ', command('today nudge=30m')]], [onButton('Turn it on again')]),
  name: 'nudge-off',
})

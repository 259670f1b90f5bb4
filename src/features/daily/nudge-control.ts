// Turns the reminder before the close on or off, in the channel where it is pressed.
import { control, oneOf } from '../../screens/control.ts'

export const nudgeControl = control('nudge', { to: oneOf('30m', '1h', 'off') })

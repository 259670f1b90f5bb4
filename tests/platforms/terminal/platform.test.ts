// The terminal as a platform: the contract of all platforms, over its streams.
import { personId, terminalPlace } from '../../../src/platforms/terminal/ids.ts'
import { describePlatform, type Scene } from '../platform-contract.ts'
import { openKeyboard } from './keyboard.ts'

/** Screens that nobody typed for, oldest first; each begins with a heavy rule that ends with whom it is for. */
const unasked = (text: string) => text.split(/^(?=━━ )/mu).filter((screen) => screen.startsWith('━━ '))

async function scene(interactive: boolean): Promise<Scene> {
  const keyboard = openKeyboard(() => [], { interactive })
  await keyboard.platform.start(keyboard.handler)
  const seen = (label: string) => unasked(keyboard.text()).filter((screen) => screen.split('\n')[0]?.includes(label))
  return {
    platform: keyboard.platform,
    place: terminalPlace,
    person: personId('ada'),
    // What is printed stays: what stands there now is the lowest.
    posts: () => seen('for everyone').slice(-1),
    told: () => seen('for ada alone'),
    now: Date.now,
    // Nobody reads the input any more.
    leftOpen: () => keyboard.input.listenerCount('keypress') + Number(!keyboard.input.isPaused()),
    close: () => keyboard.platform.stop(),
  }
}

describePlatform('terminal, in a pipe', () => scene(false))
describePlatform('terminal, at the keyboard', () => scene(true))

// What was filled into a modal, as the text that the bot reads.
import type { FormValues } from '../../../screens/form.ts'
import type { ChannelId } from '../ids.ts'
import type { FormMemory } from '../outgoing/form.ts'
import { list, raw, text, type Raw } from '../raw.ts'

export function readFormMemory(metadata: string | undefined): FormMemory {
  try {
    const memory = raw(JSON.parse(metadata ?? ''))
    return { channel: text(memory['channel']) ?? null, url: text(memory['url']) ?? null }
  } catch {
    return { channel: null, url: null }
  }
}

/** @param state `view.state.values`: by block id, then by action id; both are the name of the option */
export function readFormValues(state: Raw): { readonly values: FormValues; readonly channel: ChannelId | null } {
  const { channel, ...fields } = Object.fromEntries(Object.entries(state).map(([name, block]) => [name, raw(raw(block)[name])]))
  return {
    values: Object.fromEntries(Object.entries(fields).map(([name, filled]) => [name, valueOf(filled)])),
    channel: text(channel?.['selected_conversation']) ?? null,
  }
}

/** Whatever the input is: what is chosen or written, several with commas between. */
function valueOf(filled: Raw): string {
  const chosen = list(filled['selected_options']).map((choice) => text(raw(choice)['value']) ?? '')
  return text(filled['selected_time']) ?? text(raw(filled['selected_option'])['value']) ?? text(filled['value']) ?? chosen.join(',')
}

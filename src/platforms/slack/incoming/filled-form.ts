// The values of a filled modal, as the text that the bot reads.
import type { FormValues } from '../../../screens/form.ts'
import type { ChannelId } from '../ids.ts'
import { list, raw, text, type Raw } from '../raw.ts'

/** @param state `view.state.values`: by block id, then by action id; both are the name of the option */
export function readFormValues(state: Raw): { readonly values: FormValues; readonly channel: ChannelId | null } {
  const { channel, ...fields } = Object.fromEntries(Object.entries(state).map(([name, block]) => [name, raw(raw(block)[name])]))
  return {
    values: Object.fromEntries(Object.entries(fields).map(([name, input]) => [name, valueOf(input)])),
    channel: text(channel?.['selected_conversation']) ?? null,
  }
}

/** What was chosen or typed in an input of any kind; several choices with commas between. */
function valueOf(input: Raw): string {
  const selected = list(input['selected_options']).map((choice) => text(raw(choice)['value']) ?? '')
  return text(input['selected_time']) ?? text(raw(input['selected_option'])['value']) ?? text(input['value']) ?? selected.join(',')
}

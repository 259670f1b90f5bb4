// The values of a filled modal, as the text that the bot reads.
import type { ModalSubmitInteraction } from 'discord.js'
import type { FormValues } from '../../../screens/form.ts'

/** By the name of the option; several choices with commas between. */
export function filledValues({ fields }: ModalSubmitInteraction): FormValues {
  return Object.fromEntries([...fields.fields].map(([name, field]) => [name, valueOf(field)]))
}

/** discord.js does not check what Discord sent. */
function valueOf(field: object): string {
  if ('values' in field && Array.isArray(field.values)) return field.values.map(String).join(',')
  return 'value' in field && typeof field.value === 'string' ? field.value : ''
}

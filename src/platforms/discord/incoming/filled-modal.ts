// The values of a filled modal, as the text that the bot reads.
import type { FormValues } from '../../../screens/form.ts'
import { list, raw, type Raw } from '../raw.ts'

/** By the name of the option; several choices with commas between. Inputs stand under a label each, or, in modals of another time, in rows. */
export function filledValues(components: unknown): FormValues {
  const inputs = list(components).map(raw).flatMap((each) => [raw(each['component']), ...list(each['components']).map(raw)])
  return Object.fromEntries(inputs.flatMap((input) => (typeof input['custom_id'] === 'string' ? [[input['custom_id'], valueOf(input)]] : [])))
}

function valueOf({ values, value }: Raw): string {
  if (Array.isArray(values)) return values.map(String).join(',')
  return typeof value === 'string' ? value : ''
}

// A reply with the form for a channel's settings, as a test wants it filled.
import { settingsForm, type FormPart } from '../../src/features/manage/settings-form.ts'
import type { FormStart } from '../../src/screens/form.ts'
import type { Reply } from '../../src/screens/request.ts'
import type { Screen } from '../../src/screens/screen.ts'

type FormReply = Extract<Reply, { readonly to: 'form' }>
type More = { readonly line?: string; readonly part?: FormPart; readonly openMinutes?: number; readonly asksPlace?: true }

/** @param more `openMinutes`: how long questions stay open now */
export function formReply(values: FormStart, place: string | null, screen: Screen, more: More = {}): FormReply {
  const { line = '', part = 'all', openMinutes = null, asksPlace } = more
  const form = { ...settingsForm(part, { openMinutes, mention: null }, { topics: [] }, 'slack:T1'), ...(asksPlace === undefined ? {} : { asksPlace }) }
  const parts = [{ label: 'Open the form', control: 'v1:set-up', primary: true }]
  return { to: 'form', form, values, place, parts, screen, line, example: 'settings 10:00' }
}

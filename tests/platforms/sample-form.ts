// A reply with the form for a channel's settings, as a test wants it filled.
import { settingsForm } from '../../src/features/manage/settings-form.ts'
import type { FormStart } from '../../src/screens/form.ts'
import type { Reply } from '../../src/screens/request.ts'
import type { Screen } from '../../src/screens/screen.ts'

export function formReply(values: FormStart, place: string | null, screen: Screen, line = ''): Extract<Reply, { readonly to: 'form' }> {
  return { to: 'form', form: settingsForm, values, place, screen, line, example: 'settings 10:00' }
}

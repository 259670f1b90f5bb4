// In the terminal, `add-question` told people to type a line “with your changes” where there was nothing to change, and showed its example twice.
import { expect, it } from 'vitest'
import { formAsLine } from '../../src/platforms/terminal/outgoing/adapt-screens.ts'
import type { Reply } from '../../src/screens/request.ts'
import { openStage, words } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

const shown = (reply: Reply) => words(formAsLine(reply as Extract<Reply, { to: 'form' }>))

it('shows one example of a new question, and the whole line of one that is changed', async () => {
  const stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC')
  const fresh = shown(await stage.typeFor('owner', 'add-question'))
  expect(fresh.match(/add-question Who restarts/gu)).toHaveLength(1)
  expect(fresh).not.toContain('changes')
  const draft = await stage.type('owner', 'add-question Who drains it? | * We | - They | Why: It is ours. | Source: Runbook')
  const changed = shown(await stage.send({ kind: 'press', control: control(draft, 'Change'), chosen: [] } as never, 'owner'))
  expect(changed.match(/Who drains it\?/gu)).toHaveLength(1)
  expect(changed).toContain('Type all of it again, with your changes.')
  expect(changed).not.toContain('What you leave out doesn’t change')
  await stage.close()
})

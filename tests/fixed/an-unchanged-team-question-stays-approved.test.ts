// Whoever sent a team's question again as it was, by its line or by the form, read “Saved as a draft” above “Approved”, though nothing had changed.
import { expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

const line = 'add-question Who restarts the queue? | * The team on call | - Whoever sees it first | Why: They have the runbook. | Source: Runbook, page 2'

/** Its id, as “Change” has it in the line to type. */
async function added(stage: Stage): Promise<string> {
  const reply = (await stage.send({ kind: 'press', control: control(await stage.type('owner', line), 'Change'), chosen: [] } as never, 'owner')) as { readonly line: string | null }
  return /id: ?(\S+)/iu.exec(reply.line ?? '')?.[1] ?? ''
}

it('and says so, a draft too', async () => {
  const stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri open=1h')
  const same = `${line} | id: ${await added(stage)}`
  expect(words(await stage.type('owner', same))).toContain('Nothing changed. It’s still a draft: read it once more, then approve it.')
  await stage.press('owner', control(await stage.type('owner', same), 'Approve'))
  const again = await stage.type('owner', same)
  expect(again.title).toBe('A question from your team')
  expect(words(again)).toMatch(/Nothing changed\.[^]*Approved/u)
  expect(words(again)).not.toMatch(/draft|Saved/u)
  expect(words(await stage.type('owner', same.replace('queue', 'line')))).toContain('Nobody is asked it again until you approve the new version.')
  await stage.bot.stop()
})

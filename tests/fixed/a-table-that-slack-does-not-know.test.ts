// A table is Slack's own block in a message. Where that block is refused, the table comes as records, and not at all was no answer.
import { expect, test } from 'vitest'
import { samples } from '../samples.ts'
import { until } from '../fakes/until.ts'
import { startedStage, wordsIn } from '../platforms/slack/stage.ts'

const compare = samples.get('compare')

/** @param expired the response_url has run out by the time of the answer */
async function asked({ known, expired }: { readonly known: boolean; readonly expired?: true }) {
  if (compare === undefined) throw new Error('no sample')
  const { slack, bot } = await startedStage()
  if (!known) slack.world.unknownBlocks.add('table')
  bot.answer = () => {
    if (expired) for (const address of slack.world.responses.values()) address.expired = true
    return [{ to: 'asker', screen: compare, update: false }]
  }
  await slack.command('U0BOB', 'C0STUDY', 'compare')
  const shown = await until(() => slack.whispers('U0BOB')[0], 'the comparison')
  return { shown, kinds: shown.blocks.map(({ type }) => type) }
}

test('shows Slack’s own table where it is known', async () => {
  expect((await asked({ known: true })).kinds).toContain('table')
})

test('shows records by the response_url where it is not', async () => {
  const { shown, kinds } = await asked({ known: false })
  expect(kinds).not.toContain('table')
  expect(shown.by).toBe('response_url')
  expect(wordsIn(shown)).toContain('Operating system\nEC2 (IaaS): The customer\nRDS (PaaS): AWS')
})

test('shows records as a message for one person where neither the block nor the response_url works', async () => {
  const { shown, kinds } = await asked({ known: false, expired: true })
  expect(kinds).not.toContain('table')
  expect(shown.by).toBe('chat.postEphemeral')
  expect(wordsIn(shown)).toContain('RDS (PaaS): AWS')
})

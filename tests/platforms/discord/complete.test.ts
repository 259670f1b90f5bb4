// What is offered while somebody types, over the wire.
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

async function started(): Promise<Stage> {
  const stage = await openStage()
  await stage.start()
  onTestFinished(() => expect(stage.discord.violations).toEqual([]))
  return stage
}

describe('completions', () => {
  test('are offered for words, tables, topics and zones: at most 25 of at most 100 characters', async () => {
    const { discord, ada, channel, bot } = await started()
    const words = ['x'.repeat(101), 'same', 'same', ' ', ...Array.from({ length: 40 }, (_, index) => `word ${index}`)]
    bot.suggestions = words.map((word) => ({ value: word, label: word }))
    for (const [line, option] of [['/study lookup', 'words'], ['/study compare', 'table'], ['/study-admin setup', 'topics'], ['/study-admin setup', 'zone']] as const) {
      const choices = await discord.people.complete(ada, channel, line, option, 'w')
      expect(choices).toContain('same')
      expect(choices.length).toBeLessThanOrEqual(25)
      expect(choices).not.toContain('x'.repeat(101))
    }
  })

  test('are shown by their labels, and by what they stand for where a label is too long', async () => {
    const { discord, ada, channel, bot } = await started()
    bot.suggestions = [
      { value: 's3-access', label: 'S3: access control and public buckets' },
      { value: 'iam,keys', label: 'y'.repeat(101) },
      { value: 'drift', label: ' ' },
    ]
    expect(await discord.people.offered(ada, channel, '/study-admin setup', 'topics', 'a')).toEqual([
      { name: 'S3: access control and public buckets', value: 's3-access' },
      { name: 'iam,keys', value: 'iam,keys' },
      { name: 'drift', value: 'drift' },
    ])
  })
})

// A database that was put back draws another question for a round than its post asks. The post was replaced, and answers were judged by
// the wrong key.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { backupFrom } from '../../src/ledger/sqlite/file/backup.ts'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'

const newFolder = temporaryFolder()
const place = 'terminal:team:general'

/** A backup on Monday, questions on Monday and Tuesday, and the backup put back on Tuesday. */
async function putBack(change: (stage: Stage) => Promise<unknown>, how: 'restored' | 'copied', until = '2026-03-03T08:30Z'): Promise<Stage> {
  const folder = newFolder()
  const [file, backup] = [join(folder, 'ledger'), join(folder, 'backup')]
  const before = await openStage('2026-03-02T07:00Z', { file })
  await before.type('owner', 'setup 08:00 UTC mon-fri open=4h')
  await before.ledger.upkeep.noteBeat(Date.parse('2026-03-02T07:30Z'))
  await backupFrom(file, backup)
  await change(before)
  await before.until('2026-03-02T08:00Z')
  await before.until('2026-03-02T12:01Z')
  await before.until('2026-03-03T08:00Z')
  if (until > '2026-03-03T12') await before.until('2026-03-03T12:01Z')
  await before.close()
  if (how === 'restored') restoreLedger(backup, file, 'test')
  else copyFileSync(backup, file)
  const after = await openStage(until, { file, channel: before.channel })
  await after.until(until)
  return after
}

const changes = [['nothing', async () => undefined], ['other topics', (stage: Stage) => stage.type('owner', 'settings topics=safety')]] as const

it.each(changes.flatMap(([name, change]) => (['restored', 'copied'] as const).map((how) => [name, how, change] as const)))('after %s changed and the ledger was %s, the round asks what its post asks', async (_, how, change) => {
  const after = await putBack(change, how)
  const post = after.channel.posts.at(-1)
  expect(after.channel.posts).toHaveLength(2)
  const round = (await after.ledger.rounds.latest(place, 1))[0]
  expect(round).toMatchObject({ state: 'open', message: '1' })
  const choices = post?.screen.blocks.find((block) => block.kind === 'choices')
  const shown = choices?.kind === 'choices' ? choices.options : []
  expect(round?.order).toEqual(shown.map(({ id }) => id))
  const { right } = after.optionsOf(post?.round ?? '')
  const control = shown.find(({ id }) => id === right)?.control ?? ''
  const told = choices?.kind === 'choices' && choices.pick > 1 ? await after.press('bob', choices.several, { chosen: round?.key ?? [] }) : await after.press('bob', control)
  expect(told.title).toBe('Right')
  await after.close()
})

it('of what was due before a restore, managers hear that the bot does not know, and not that it was not posted', async () => {
  const after = await putBack(async () => undefined, 'restored')
  await after.until('2026-03-03T08:32Z')
  const told = after.channel.told.map(({ screen }) => words(screen)).join('\n')
  expect(told).toContain('The database was restored')
  expect(told).not.toContain('wasn’t posted')
  expect(told).not.toContain('The bot was down')
  await after.close()
})

it('a question that was closed before is not opened again, and says why it has no answers', async () => {
  const after = await putBack(async () => undefined, 'restored', '2026-03-03T12:30Z')
  expect(after.channel.posts).toHaveLength(2)
  const round = (await after.ledger.rounds.latest(place, 1))[0]
  expect(round).toMatchObject({ state: 'skipped', reason: expect.stringContaining('posted and closed before') })
  expect(words(await after.type('bob', 'today'))).not.toContain('open until')
  await after.close()
})

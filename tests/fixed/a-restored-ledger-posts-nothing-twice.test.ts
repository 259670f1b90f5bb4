// A backup from 07:00, a question at 08:00, the backup restored: the next beat posted the question again, under the same id.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { backupFrom } from '../../src/ledger/sqlite/file/backup.ts'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { openStage, type Stage } from '../bot/stage.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'

const newFolder = temporaryFolder()
const place = 'terminal:team:general'
const at = (moment: string) => Date.parse(moment)

/** A backup before the question, the question, and the ledger of before it put back. */
async function wentBack(putBack: (backup: string, file: string) => void, answers = false): Promise<{ readonly before: Stage; readonly file: string }> {
  const folder = newFolder()
  const [file, backup] = [join(folder, 'ledger'), join(folder, 'backup')]
  const before = await openStage('2026-03-02T07:00Z', { file })
  await before.type('ada', 'setup 09:00 Europe/Berlin mon-fri recap=thread open=1h')
  await before.ledger.upkeep.noteBeat(at('2026-03-02T07:30Z'))
  await backupFrom(file, backup)
  await before.until('2026-03-02T08:00Z')
  if (answers) await before.until('2026-03-02T09:01Z')
  await before.close()
  putBack(backup, file)
  return { before, file }
}

async function goOn({ before, file }: Awaited<ReturnType<typeof wentBack>>, moment: string): Promise<Stage> {
  const after = await openStage(moment, { file, channel: before.channel })
  await after.until(moment)
  return after
}

const restored = (backup: string, file: string) => void restoreLedger(backup, file, 'test')

it.each([['restored', restored], ['copied back', (backup: string, file: string) => copyFileSync(backup, file)]])('a ledger that was %s finds the post of what it does not know of', async (_, putBack) => {
  const went = await wentBack(putBack)
  const after = await goOn(went, '2026-03-02T08:10Z')
  expect(after.channel.posts).toHaveLength(1)
  expect((await after.ledger.rounds.latest(place, 1))[0]).toMatchObject({ state: 'open', message: '0' })
  await after.close()
})

it('where nobody can look, a restored ledger gives the question up, and one that was only away posts it', async () => {
  for (const [putBack, posts, state] of [[restored, 1, 'failed'], [(backup: string, file: string) => copyFileSync(backup, file), 2, 'open']] as const) {
    const went = await wentBack(putBack)
    went.before.channel.stored.canLook = false
    const after = await goOn(went, '2026-03-02T08:10Z')
    expect(after.channel.posts).toHaveLength(posts)
    expect((await after.ledger.rounds.latest(place, 1))[0]?.state).toBe(state)
    await after.close()
  }
})

it('a question of which nothing was sent is posted, and the next ones need no search', async () => {
  const went = await wentBack(restored)
  went.before.channel.posts.splice(0)
  const after = await goOn(went, '2026-03-02T08:10Z')
  expect(after.channel.posts).toHaveLength(1)
  after.channel.stored.canLook = false
  await after.until('2026-03-03T08:00Z')
  expect(after.channel.posts).toHaveLength(2)
  await after.close()
})

it('the ledger stays unsure of what was due before, though the bot starts again in between', async () => {
  const { file } = await wentBack(restored)
  const first = await openLedger(file, { now: at('2026-03-02T08:10Z') })
  expect(first.upkeep.unsure()).toEqual({ before: at('2026-03-02T08:10Z'), restored: true })
  await first.upkeep.noteBeat(at('2026-03-02T08:10Z'))
  await first.close()
  const second = await openLedger(file, { now: at('2026-03-02T08:11Z') })
  expect(second.upkeep.unsure()).toEqual({ before: at('2026-03-02T08:10Z'), restored: true })
  await second.close()
})

it('a ledger that was never away is sure', async () => {
  const file = join(newFolder(), 'ledger')
  const first = await openLedger(file, { now: at('2026-03-02T08:00Z') })
  expect(first.upkeep.unsure()).toBeNull()
  await first.upkeep.noteBeat(at('2026-03-02T08:00Z'))
  await first.close()
  const second = await openLedger(file, { now: at('2026-03-02T08:01Z') })
  expect(second.upkeep.unsure()).toBeNull()
  await second.close()
})

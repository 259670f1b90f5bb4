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
async function wentBack(putBack: (backup: string, file: string) => void): Promise<{ readonly before: Stage; readonly file: string }> {
  const folder = newFolder()
  const [file, backup] = [join(folder, 'ledger'), join(folder, 'backup')]
  const before = await openStage('2026-03-02T07:00Z', { file })
  await before.type('ada', 'setup 09:00 Europe/Berlin mon-fri recap=thread open=1h')
  await before.ledger.upkeep.noteBeat(at('2026-03-02T07:30Z'))
  await backupFrom(file, backup)
  await before.until('2026-03-02T08:00Z')
  await before.ledger.upkeep.noteBeat(at('2026-03-02T08:00Z'))
  await before.close()
  putBack(backup, file)
  return { before, file }
}

async function goOn({ before, file }: Awaited<ReturnType<typeof wentBack>>, moment: string): Promise<Stage> {
  const after = await openStage(moment, { file, channel: before.channel })
  await after.until(moment)
  return after
}

const copied = (backup: string, file: string) => copyFileSync(backup, file)
const restored = (backup: string, file: string) => void restoreLedger(backup, file, 'test')

it.each([['restored', restored], ['copied back', copied]])('a ledger that was %s finds the post of what it does not know of', async (_, putBack) => {
  const went = await wentBack(putBack)
  const after = await goOn(went, '2026-03-02T08:10Z')
  expect(after.channel.posts).toHaveLength(1)
  expect((await after.ledger.rounds.latest(place, 1))[0]).toMatchObject({ state: 'open', message: '0' })
  await after.close()
})

it('where nobody can look, a ledger that was put back gives the question up, and one that was only away posts it', async () => {
  const away = async () => {
    const file = join(newFolder(), 'ledger')
    const before = await openStage('2026-03-02T07:00Z', { file })
    await before.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
    await before.ledger.upkeep.noteBeat(at('2026-03-02T07:30Z'))
    await before.close()
    return { before, file }
  }
  for (const [went, posts, state] of [[await wentBack(restored), 1, 'failed'], [await wentBack(copied), 1, 'failed'], [await away(), 1, 'open']] as const) {
    went.before.channel.stored.canLook = false
    const after = await goOn(went, '2026-03-02T08:10Z')
    expect(after.channel.posts).toHaveLength(posts)
    expect((await after.ledger.rounds.latest(place, 1))[0]?.state).toBe(state)
    await after.close()
  }
})

// A copy from half a minute before the question, put back within seconds: the last beat was no longer ago than in a running bot.
it('a copy that was put back within a minute posts no second question', async () => {
  const folder = newFolder()
  const [file, copy] = [join(folder, 'ledger'), join(folder, 'copy')]
  const before = await openStage('2026-03-02T07:58Z', { file })
  await before.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
  await before.ledger.upkeep.noteBeat(at('2026-03-02T07:59Z'))
  await backupFrom(file, copy)
  await before.until('2026-03-02T08:00:00Z')
  expect(before.channel.posts).toHaveLength(1)
  await before.close()
  copyFileSync(copy, file)
  const after = await goOn({ before, file }, '2026-03-02T08:00:10Z')
  expect(after.channel.posts).toHaveLength(1)
  expect((await after.ledger.rounds.latest(place, 1))[0]).toMatchObject({ state: 'open', message: '0' })
  await after.close()
})

it('a reply with the answer that may be out already is not sent again', async () => {
  const folder = newFolder()
  const [file, copy] = [join(folder, 'ledger'), join(folder, 'copy')]
  const before = await openStage('2026-03-02T07:00Z', { file })
  const beat = async (moment: string) => {
    await before.until(moment)
    await before.ledger.upkeep.noteBeat(at(moment))
  }
  await before.type('ada', 'setup 09:00 Europe/Berlin mon-fri recap=thread open=1h')
  await beat('2026-03-02T08:00Z')
  await backupFrom(file, copy)
  await beat('2026-03-02T09:00Z')
  expect(before.channel.replies).toHaveLength(1)
  await before.close()
  copyFileSync(copy, file)
  const after = await goOn({ before, file }, '2026-03-02T09:10Z')
  expect([after.channel.posts.length, after.channel.replies.length]).toEqual([1, 1])
  await after.close()
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
  expect(first.upkeep.unsure()).toMatchObject({ putBackAt: at('2026-03-02T08:10Z') })
  await first.upkeep.noteBeat(at('2026-03-02T08:10Z'))
  await first.close()
  const second = await openLedger(file, { now: at('2026-03-02T08:11Z') })
  expect(second.upkeep.unsure()).toMatchObject({ putBackAt: at('2026-03-02T08:10Z') })
  await second.close()
})

it('a ledger that was never put back takes nothing for likely', async () => {
  const file = join(newFolder(), 'ledger')
  const first = await openLedger(file, { now: at('2026-03-02T08:00Z') })
  expect(first.upkeep.unsure().putBackAt).toBeNull()
  await first.upkeep.noteBeat(at('2026-03-02T08:00Z'))
  await first.close()
  const second = await openLedger(file, { now: at('2026-03-02T08:01Z') })
  expect(second.upkeep.unsure().putBackAt).toBeNull()
  await second.close()
})

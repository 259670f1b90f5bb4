// Backups that are put back, hours or days after they were made: by `study restore`, or as a plain copy.
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupFrom } from '../../../src/ledger/sqlite/file/backup.ts'
import { restoreLedger } from '../../../src/ledger/sqlite/file/restore.ts'
import { day, hour, minute } from '../calendar.ts'
import { ledgerIn } from '../stage.ts'
import type { Happening, Kind, Life } from './kind.ts'

/** Hours from a due moment to the backup, and from the backup to its return. */
const spans = [[-1, 2], [-1, 26], [2, 20], [-2, 74], [0.5, 1]] as const

export const restores: Kind = {
  // A question that somebody asked for has no date, so a ledger that forgot it cannot say that it is twice.
  allows: ({ kind }) => kind !== 'now',
  plan: (life) => {
    const { stage: { random }, dues, from, to } = life
    const all = [...dues.values()].flat()
    const happenings: Happening[] = []
    let free = from + hour
    for (let turn = 0; ; turn += 1) {
      const [after, lasts] = spans[turn % spans.length] ?? [0, 1]
      const later = all.filter(({ at }) => at + after * hour >= free).sort((one, other) => one.at - other.at)
      const target = later[Math.floor(random() * 3)]
      if (target === undefined) return happenings
      const savedAt = Math.floor((target.at + after * hour) / minute) * minute
      const backAt = savedAt + lasts * hour
      if (backAt > to - day) return happenings
      happenings.push(...happeningsOf(life, { number: turn, savedAt, backAt }))
      free = backAt + 3 * hour
    }
  },
}

type Return = { readonly number: number; readonly savedAt: number; readonly backAt: number }

function happeningsOf({ stage, forgotten }: Life, { number, savedAt, backAt }: Return): readonly Happening[] {
  const { folder, victim, clock, random } = stage
  const [ledger, backup] = [ledgerIn(folder), join(folder, `saved-${number}.sqlite`)]
  const bringBack = async (): Promise<void> => {
    if (random() < 0.5) await victim.stop()
    else {
      victim.kill()
      await victim.death()
    }
    if (number % 3 === 2) {
      for (const part of ['-wal', '-shm']) rmSync(ledger + part, { force: true })
      copyFileSync(backup, ledger)
    } else restoreLedger(backup, ledger, `${number}`)
    forgotten.push({ from: savedAt, to: clock.now })
    await victim.start(clock.now + clock.ahead)
  }
  const beats = [1, 2, 3, 10].map((after) => ({ at: backAt + after * minute }))
  return [{ at: savedAt, run: () => backupFrom(ledger, backup) }, { at: backAt, run: bringBack }, ...beats]
}

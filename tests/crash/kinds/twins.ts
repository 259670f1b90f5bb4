// Two programs: on one ledger the second one must not start; on a copy of it, with the same tokens, nothing may be posted twice.
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { backupFrom } from '../../../src/ledger/sqlite/file/backup.ts'
import { day, hour, minute } from '../calendar.ts'
import { ledgerIn } from '../stage.ts'
import type { Happening, Kind, Life } from './kind.ts'

/** In days. */
const twinLives = 2

export const twins: Kind = {
  // Whom of the two a press reaches is up to the platform, and either ledger may have it.
  allows: (_, life) => life.twins.size === 0,
  plan: (life) => {
    const { from, to } = life
    const happenings: Happening[] = [{ at: from + hour, run: () => refuse(life) }]
    for (let number = 0, at = from + 20 * hour; at + twinLives * day < to - day; number += 1, at += (twinLives + 1) * day) happenings.push(...happeningsOf(life, number, at))
    return happenings
  },
}

async function refuse({ stage, wrongs }: Life): Promise<void> {
  const [ledger, link] = [ledgerIn(stage.folder), join(stage.folder, 'link.sqlite')]
  symlinkSync(ledger, link)
  for (const file of [ledger, link]) {
    const twin = stage.twin({ DATABASE_FILE: file })
    const said = await twin.start(stage.clock.now).then(() => 'it started', (fault: unknown) => String(fault))
    if (!said.includes('Another running bot uses the database')) wrongs.push(`a second program on ${file === link ? 'a link to ' : ''}the ledger: ${said}`)
    twin.close()
  }
}

function happeningsOf({ stage, twins: living }: Life, number: number, at: number): readonly Happening[] {
  const copy = join(stage.folder, `copy-${number}.sqlite`)
  const twin = stage.twin({ DATABASE_FILE: copy, BACKUP_FOLDER: join(stage.folder, 'backups-of-twins') })
  const begin = async (): Promise<void> => {
    await backupFrom(ledgerIn(stage.folder), copy)
    await twin.start(stage.clock.now + stage.clock.ahead)
    living.add(twin)
  }
  const end = async (): Promise<void> => {
    living.delete(twin)
    await twin.stop()
  }
  const beats = [1, 2, 3].map((after) => ({ at: at + after * minute }))
  return [{ at, run: begin }, ...beats, { at: at + twinLives * day, run: end }]
}

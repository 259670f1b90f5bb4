// A file that somebody sends along with a command, as a shell would: `add-question < questions.gift`.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Commands } from '../../commands/commands.ts'
import type { ParsedCommand } from '../../commands/parse.ts'
import type { AttachedFile } from '../../screens/request.ts'
import { tooLarge } from '../fetch-file.ts'

/** Undefined where no file is named, or the command takes none. */
export async function attachedFile(command: ParsedCommand, commands: Pick<Commands, 'find'>): Promise<AttachedFile | undefined> {
  const taken = command.kind === 'known' ? commands.find(command.name)?.takesFile : undefined
  if (command.kind !== 'known' || taken === undefined) return undefined
  const path = Object.values(command.values).flatMap((value) => /^<\s*["']?([^"'\n<>|]+?)["']?$/u.exec(value)?.[1] ?? [])[0]
  if (path === undefined) return undefined
  const name = basename(path)
  try {
    const found = await stat(path)
    if (!found.isFile()) return { name, problem: `${path} isn’t a file.` }
    return found.size > taken.mostBytes ? { name, problem: tooLarge(path, taken.mostBytes) } : { name, data: await readFile(path) }
  } catch (fault) {
    return { name, problem: `${path} couldn’t be read (${fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault)}).` }
  }
}

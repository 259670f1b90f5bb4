// Saves the files of a screen where only the user of this computer can read them, and says where.
import { mkdir, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { filesOf, notSent, withWords } from '../../screens/files.ts'
import type { FileBlock, Screen } from '../../screens/screen.ts'
import { code, type Text } from '../../screens/text.ts'

/** @param folder absent: files can't be saved */
export async function saveFiles(screen: Screen, folder: string | undefined): Promise<Screen> {
  if (folder === undefined) return withWords(screen, notSent)
  const saved = new Map<FileBlock, Text>()
  for (const file of filesOf(screen)) saved.set(file, await saveOne(file, folder))
  return saved.size === 0 ? screen : withWords(screen, (file) => saved.get(file) ?? [])
}

async function saveOne({ name, title, data }: FileBlock, folder: string): Promise<Text> {
  try {
    await mkdir(folder, { recursive: true })
    return [`${title}: `, code(await writeNew(folder, name, data))]
  } catch (fault) {
    return [`${title}: the file couldn’t be saved in ${folder} (${whyOf(fault)}).`]
  }
}

const whyOf = (fault: unknown): string => (fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault))

/** More files of a name than anybody saves in a day. */
const mostOfName = 1000

/** Never writes over a file that is there. */
async function writeNew(folder: string, name: string, data: Uint8Array): Promise<string> {
  const { name: stem, ext } = parse(name)
  for (let turn = 1; ; turn += 1) {
    const path = join(folder, turn === 1 ? name : `${stem}-${turn}${ext}`)
    try {
      await writeFile(path, data, { flag: 'wx', mode: 0o600 })
      return path
    } catch (fault) {
      if (turn >= mostOfName || whyOf(fault) !== 'EEXIST') throw fault
    }
  }
}

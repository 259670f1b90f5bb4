// A course's folder as an import works on it: a copy aside, and in the end only the files that changed.
import { existsSync, mkdirSync, opendirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a copy has from the folder itself, so that a folder that can only be read gives one that can be written. */
export function copyFolder(from: string, to: string): void {
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const path = join(from, name)
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) writeOne(join(to, name), readFileSync(path))
  }
}

export function textsIn(dir: string): ReadonlyMap<string, string> {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/')).filter((name) => /\.(?:yaml|md)$/u.test(name))
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(dir, name), 'utf8')]))
}

function writeOne(path: string, content: string | Uint8Array): void {
  makeFolder(dirname(path))
  writeFileSync(path, content)
}

/** Folder by folder: where one can't be made, `recursive` tries for ever in places such as /proc. */
export function makeFolder(dir: string): void {
  if (existsSync(dir)) return void opendirSync(dir).closeSync()
  if (dirname(dir) !== dir) makeFolder(dirname(dir))
  mkdirSync(dir)
}

/**
 * All or none, and each whole: a bot that reads the folder meanwhile sees no half of a file.
 *
 * @param claims the file that only one of two commands at the same time can create; absent: the folder is this command's already
 */
export function writeAll(dir: string, files: ReadonlyMap<string, string>, claims?: string): void {
  const beside = (name: string): string => `${join(dir, name)}.new-${process.pid}`
  const written: string[] = []
  try {
    for (const [name, text] of files) {
      makeFolder(dirname(join(dir, name)))
      written.push(beside(name))
      writeFileSync(beside(name), text)
    }
    if (claims !== undefined) {
      writeFileSync(join(dir, claims), files.get(claims) ?? '', { flag: 'wx' })
      written.push(join(dir, claims))
    }
    for (const name of files.keys()) renameSync(beside(name), join(dir, name))
  } catch (fault) {
    for (const path of written) rmSync(path, { force: true })
    throw fault
  }
}

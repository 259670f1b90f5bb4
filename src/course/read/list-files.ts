// Lists the files of a course folder, through links too, but never around in a circle.
import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { join, sep } from 'node:path'
import type { Problem } from '../problem.ts'

type Listing = {
  /** Paths below the folder, with forward slashes, sorted; none if there is no folder. Hidden files belong to the editor or the system. */
  readonly names: readonly string[]
  readonly problems: readonly Problem[]
}

/** A course has dozens of files; a link to a home folder or to / has more than anybody wants to wait for. */
const mostFiles = 5000

/** Folders are visited before links, so that a link to a folder of the course is the one that is refused. */
export function listFiles(dir: string): Listing {
  const names: string[] = []
  const problems: Problem[] = []
  const seen = new Set<string>()
  const links: { readonly name: string; readonly target: string }[] = []
  const visit = (below: string): void => {
    const entries = entriesIn(join(dir, below))
    if ('code' in entries) {
      if (below !== '') problems.push(error(below, `The folder ${below} cannot be opened (${entries.code})`, 'Let the bot read it, or remove it'))
      return
    }
    seen.add(entries.real)
    for (const entry of entries.list) {
      if (entry.name.startsWith('.') || names.length > mostFiles) continue
      const name = below === '' ? entry.name : `${below}/${entry.name}`
      const target = entry.isSymbolicLink() ? folderBehind(join(dir, name)) : undefined
      if (entry.isDirectory()) visit(name)
      else if (target !== undefined) links.push({ name, target })
      // What is neither file nor folder is listed too, so that whoever put it there hears that it can't be read.
      else names.push(name)
    }
  }
  visit('')
  for (const { name, target } of links) {
    if (holdsOne(target, seen)) problems.push(error(name, `The link ${name} leads back into the course folder`, 'Remove the link'))
    else visit(name)
  }
  if (names.length > mostFiles) problems.push(error('', `The folder holds more than ${mostFiles} files`, 'Move out what is not part of the course'))
  return { names: names.sort(), problems }
}

function error(file: string, message: string, remedy: string): Problem {
  return { level: 'error', check: 'folder', file: file === '' ? '.' : file, line: 0, message, remedy }
}

type Entries = { readonly list: readonly Dirent[]; readonly real: string } | { readonly code: string }

function entriesIn(dir: string): Entries {
  try {
    const list = readdirSync(dir, { withFileTypes: true })
    return { list: list.sort((one, other) => (one.name < other.name ? -1 : 1)), real: realpathSync(dir) }
  } catch (fault) {
    return { code: fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown reason' }
  }
}

/** The folder that a link leads to. Undefined for a file, and for nothing at all, so that reading the link reports it. */
function folderBehind(link: string): string | undefined {
  try {
    return statSync(link).isDirectory() ? realpathSync(link) : undefined
  } catch {
    return undefined
  }
}

/** Whether the folder was visited, or has one inside that was. */
function holdsOne(folder: string, seen: ReadonlySet<string>): boolean {
  const within = folder.endsWith(sep) ? folder : `${folder}${sep}`
  return [...seen].some((each) => each === folder || each.startsWith(within))
}

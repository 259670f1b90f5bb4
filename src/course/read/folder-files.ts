// Which files of a course folder are read, which are nothing to the bot, and which look like a mistake.
import { readdirSync, statSync, type Dirent } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Problem } from '../problem.ts'

/** Files that a course may have besides documents and questions. */
const knownFiles = [
  'course.yaml', 'responsibilities.yaml', 'glossary.yaml', 'facts.yaml',
  'flashcards.yaml', 'cases.yaml', 'tips.yaml', 'checklist.yaml',
]

/** README.md, LICENSE.md and the like are for people. */
const forPeople = /(?:^|\/)[A-Z][A-Z_-]*\.md$/

/** Names such as `facts.yaml~`, `facts.yaml.bak`, `facts.yml`, `#facts.yaml#`, `facts.YAML`, `lease.md.orig`. */
const nearMiss = /\.(?:ya?ml|yam|yalm|ymal|md(?![a-z0-9])|markdown$)/i

/** Paths below the folder, with forward slashes; empty if there is no folder. Hidden files belong to the editor or the system. */
export function listFiles(dir: string): readonly string[] {
  try {
    const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(isFileOrLink)
    const names = entries.map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    return names.filter((name) => !/(^|\/)\./.test(name)).sort()
  } catch {
    return []
  }
}

/** A link is listed unless it leads to a folder: one that leads nowhere has to be told about, not passed over. */
export function isFileOrLink(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile()
  try {
    return !statSync(join(entry.parentPath, entry.name)).isDirectory()
  } catch {
    return true
  }
}

/** `questions/x.yml` is read for courses that have it, unless it is the older twin of `questions/x.yaml`. */
export function questionFiles(names: readonly string[]): readonly string[] {
  return names.filter((name) => /^questions\/[^/]+\.ya?ml$/.test(name) && (name.endsWith('.yaml') || !names.includes(name.replace(/yml$/, 'yaml'))))
}

/**
 * An error for each `.yaml` or `.md` file that nothing reads, a warning for each name that looks like one. Other files are ignored.
 *
 * @param read documents and questions
 */
export function unreadFiles(names: readonly string[], read: readonly string[]): readonly Problem[] {
  const known = new Set([...knownFiles, ...read])
  return names.flatMap((file): Problem | readonly [] => {
    const exact = /\.(?:yaml|md)$/.test(file)
    if ((exact && known.has(file)) || forPeople.test(file)) return []
    if (exact) {
      const remedy = file.startsWith('documents/') ? 'List it under documents in course.yaml' : 'Mend its name or take it out of the course folder'
      return { level: 'error', check: 'file-unknown', file, line: 0, message: `Nothing reads ${file}`, remedy }
    }
    if (!nearMiss.test(file)) return []
    const message = known.has(file) ? `${file} ends in .yml; the files of a course end in .yaml` : `Nothing reads ${file}; the files of a course end in .yaml or .md`
    return { level: 'warning', check: 'file-unknown', file, line: 0, message, remedy: 'Mend its name, or move it out of the course folder' }
  })
}

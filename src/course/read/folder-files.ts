// Which files of a course folder are read, which do not concern the bot, and which look like a mistake.
import type { Problem } from '../problem.ts'

/** Files that a course may have besides documents and questions. */
const knownFiles = [
  'course.yaml', 'responsibilities.yaml', 'glossary.yaml', 'facts.yaml',
  'flashcards.yaml', 'cases.yaml', 'tips.yaml', 'checklist.yaml', 'controls.yaml', 'diagrams.yaml',
]

/** README.md, LICENSE.md and the like are for people. */
const forPeople = /(?:^|\/)[A-Z][A-Z_-]*\.md$/

/** Names such as `facts.yaml~`, `facts.yaml.bak`, `facts.yml`, `#facts.yaml#`, `facts.YAML`, `lease.md.orig`. */
const nearMiss = /\.(?:ya?ml|yam|yalm|ymal|md(?![a-z0-9])|markdown$)/i

/** A file of the course in another format, or without an ending: `facts.json`, `glossary.txt`, `tips`. */
const otherFormat = /^(?:course|responsibilities|glossary|facts|flashcards|cases|tips|checklist|controls|diagrams|questions|asked)(?:\.(?:json|jsonl|json5|txt|csv|tsv|toml|xml|xlsx?))?$/i

/** What may lie beside questions and what people ask: LICENSE, README.txt, pictures, leftovers of the system. Anything else there may be lost. */
const besideQuestions = /(?:^|\/)(?:[A-Z][A-Z_-]*(?:\.[a-z]+)?|[^/]+\.(?:png|jpe?g|gif|svg|webp|pdf)|Thumbs\.db|desktop\.ini)$/

export const questionFiles = (names: readonly string[]): readonly string[] => filesIn('questions', names)

/** Those with sentences in people's own words. */
export const askedFiles = (names: readonly string[]): readonly string[] => filesIn('asked', names)

const filesIn = (folder: string, names: readonly string[]): readonly string[] => names.filter((name) => name.startsWith(`${folder}/`) && /^[^/]+\.yaml$/.test(name.slice(folder.length + 1)))

/**
 * An error for each `.yaml` or `.md` file that nothing reads, a warning for each file that looks like a part of the course. Others are
 * ignored, and so is what an import left in drafts/.
 *
 * @param read documents, questions, what people ask, and pictures
 */
export function unreadFiles(names: readonly string[], read: readonly string[]): readonly Problem[] {
  const known = new Set([...knownFiles, ...read])
  return names.flatMap((file): Problem | readonly [] => {
    const exact = /\.(?:yaml|md)$/.test(file)
    if (known.has(file) || forPeople.test(file) || file.startsWith('drafts/')) return []
    if (exact) {
      const remedy = file.startsWith('documents/') ? 'List it under documents in course.yaml' : 'Correct its name, or move it out of the course folder'
      return { level: 'error', check: 'file-unknown', file, line: 0, message: `Nothing reads ${file}`, remedy }
    }
    if (file.startsWith('pictures/')) return { level: 'warning', check: 'file-unknown', file, line: 0, message: `No question shows ${file}`, remedy: 'Name it as the image of a question, or remove it' }
    const isLost = nearMiss.test(file) || otherFormat.test(file) || (/^(?:questions|asked)\//.test(file) && !besideQuestions.test(file))
    if (!isLost) return []
    const message = `Nothing reads ${file}. The files of a course end in .yaml or .md`
    return { level: 'warning', check: 'file-unknown', file, line: 0, message, remedy: 'Correct its name, or move it out of the course folder' }
  })
}

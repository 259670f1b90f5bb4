// What is known about each mutant so far, in `var/mutate/`: a line for each fact, so that a run can be stopped and taken up again. A fact
// names the file's contents: where the file changed, its mutants are new.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * - `reached`: a test ran through it
 * - `killed`: a test failed with it, and passed without it before and after
 * - `hung`: a test did not come to an end with it
 * - `loading`: it only runs while the file is loaded, when no test can switch it on
 */
export type Verdict = 'reached' | 'killed' | 'hung' | 'loading'

export interface Journal {
  /** The last verdict of each mutant, by its key. */
  verdicts(): Map<string, Verdict>
  note(key: string, verdict: Verdict, test: string): void
  /** Says what is tried now, so that whoever ends a process that hangs knows whom to blame. */
  begin(attempt: string): void
  begun(): string
  forget(): void
}

export function journalOf(root: string, room: string): Journal {
  const folder = `${root}/var/mutate`
  mkdirSync(folder, { recursive: true })
  const [facts, current] = [`${folder}/${room}.txt`, `${folder}/${room}-now.txt`]
  const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')
  return {
    verdicts() {
      const lines = read(facts).split('\n').filter((line) => line !== '')
      return new Map(lines.map((line) => line.split('\t')).map(([verdict = '', key = '']) => [key, verdict as Verdict]))
    },
    note: (key, verdict, test) => appendFileSync(facts, `${verdict}\t${key}\t${test.replaceAll(/\s+/gu, ' ')}\n`),
    begin: (attempt) => writeFileSync(current, attempt),
    begun: () => read(current),
    forget: () => rmSync(facts, { force: true }),
  }
}

// How `study -- reload` asks a running bot, and hears what came of it: by two files beside the database, which both of them can write
// wherever the bot runs.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { ReloadReport } from './reload.ts'

export type Requests = { readonly request: string; readonly answer: string }

type Answer = ReloadReport & { readonly id: string }

export const requestsBeside = (databaseFile: string): Requests => ({ request: `${databaseFile}.reload`, answer: `${databaseFile}.reloaded` })

export function ask({ request, answer }: Requests, id: string): void {
  rmSync(answer, { force: true })
  write(request, id)
}

/** Undefined as long as there is none, or the answer to somebody else. */
export function answerTo({ answer }: Requests, id: string): ReloadReport | undefined {
  const text = read(answer)
  const found = text === undefined ? undefined : (JSON.parse(text) as Answer)
  if (found?.id !== id) return undefined
  rmSync(answer, { force: true })
  return found
}

export const takeBack = ({ request }: Requests): void => rmSync(request, { force: true })

/** A function to answer with, if somebody asks. */
export function takeRequest({ request, answer }: Requests): ((report: ReloadReport) => void) | undefined {
  const id = read(request)
  if (id === undefined) return undefined
  rmSync(request, { force: true })
  return (report) => write(answer, JSON.stringify({ ...report, id }))
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Whole, or not at all. */
function write(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

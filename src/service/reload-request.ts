// How `study -- reload` asks a running bot, and hears what came of it: by files beside the database, which both of them can write wherever the
// bot runs. Each request has files of its own, so that several at once don't get in each other's way.
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { ReloadReport } from './reload.ts'

const requestFile = (databaseFile: string, id: string): string => `${databaseFile}.reload.${id}`
const answerFile = (databaseFile: string, id: string): string => `${databaseFile}.reloaded.${id}`

/** @param id one that nobody else has, without dots */
export const ask = (databaseFile: string, id: string): void => write(requestFile(databaseFile, id), '')

/** Undefined as long as there is none. */
export function answerTo(databaseFile: string, id: string): ReloadReport | undefined {
  const file = answerFile(databaseFile, id)
  const text = read(file)
  if (text === undefined) return undefined
  rmSync(file, { force: true })
  return JSON.parse(text) as ReloadReport
}

export const takeBack = (databaseFile: string, id: string): void => rmSync(requestFile(databaseFile, id), { force: true })

/** A function that answers all who ask; undefined if nobody does. */
export function takeRequests(databaseFile: string): ((report: ReloadReport) => void) | undefined {
  const ids = idsOf(requestFile(databaseFile, ''))
  if (ids.length === 0) return undefined
  for (const id of idsOf(answerFile(databaseFile, ''))) dropOld(answerFile(databaseFile, id), requestFile(databaseFile, ids[0] ?? ''))
  for (const id of ids) takeBack(databaseFile, id)
  return (report) => {
    for (const id of ids) write(answerFile(databaseFile, id), JSON.stringify(report))
  }
}

/** In milliseconds. Whoever asked has gone by then. */
const oldAnswer = 600_000

function dropOld(answer: string, request: string): void {
  const [answered, asked] = [answer, request].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs)
  if (answered !== undefined && asked !== undefined && asked - answered > oldAnswer) rmSync(answer, { force: true })
}

function idsOf(start: string): readonly string[] {
  try {
    const name = basename(start)
    return readdirSync(dirname(start)).flatMap((file) => (file.startsWith(name) && !file.slice(name.length).includes('.') ? [file.slice(name.length)] : []))
  } catch {
    return []
  }
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

// How the operator's commands ask a running bot for something, and hear what came of it: by files beside the database, which both of them can
// write wherever the bot runs. Each request has files of its own, so that several at once don't get in each other's way.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'

/** `reload`: read the courses again. `forget`: delete all data of a group, which the request names. `reseal`: seal all tokens with the first key, whose number the request names. */
export type RequestKind = 'reload' | 'forget' | 'reseal'

/** For whoever asked. */
export type Report = { readonly lines: readonly string[]; readonly failed: boolean }

const requestFile = (databaseFile: string, kind: RequestKind, id: string): string => `${databaseFile}.${kind}.${id}`
const answerFile = (databaseFile: string, kind: RequestKind, id: string): string => `${databaseFile}.${kind}-done.${id}`

/** @param id one that nobody else has, without dots */
export const ask = (databaseFile: string, kind: RequestKind, id: string, what = ''): void => write(requestFile(databaseFile, kind, id), what)

/** Undefined as long as there is none. */
export function answerTo(databaseFile: string, kind: RequestKind, id: string): Report | undefined {
  const file = answerFile(databaseFile, kind, id)
  const text = read(file)
  if (text === undefined) return undefined
  rmSync(file, { force: true })
  return JSON.parse(text) as Report
}

/** Whether the bot has seen it. */
export const isTaken = (databaseFile: string, kind: RequestKind, id: string): boolean => !existsSync(requestFile(databaseFile, kind, id))

export const takeBack = (databaseFile: string, kind: RequestKind, id: string): void => rmSync(requestFile(databaseFile, kind, id), { force: true })

/** `asked`: what each one asks for. `answer` tells all of them. Undefined if nobody asks. */
export function takeRequests(databaseFile: string, kind: RequestKind): { readonly asked: readonly string[]; readonly answer: (report: Report) => void } | undefined {
  const ids = idsOf(requestFile(databaseFile, kind, ''))
  if (ids.length === 0) return undefined
  for (const id of idsOf(answerFile(databaseFile, kind, ''))) dropOld(answerFile(databaseFile, kind, id), requestFile(databaseFile, kind, ids[0] ?? ''))
  const asked = ids.map((id) => read(requestFile(databaseFile, kind, id)) ?? '')
  for (const id of ids) takeBack(databaseFile, kind, id)
  return {
    asked,
    answer: (report) => {
      for (const id of ids) write(answerFile(databaseFile, kind, id), JSON.stringify(report))
    },
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

// Reads a file .env as people write it: any encoding, `KEY: value`, `export`, curly quotes.
// Node's own loader drops what it does not understand: https://nodejs.org/api/process.html#processloadenvfilepath
import { isUtf8 } from 'node:buffer'
import { isQuoted, readQuoted } from './unquoted.ts'

type FileLine = {
  readonly line: number
  readonly name: string
  readonly value: string
  /** Whether the value begins with a quote that is never closed. */
  readonly isOpen: boolean
}

export type EnvFile = {
  readonly settings: readonly FileLine[]
  /** Numbers of the lines that are neither a setting nor a comment. */
  readonly unread: readonly number[]
}

export function readEnvFile(bytes: Buffer): EnvFile {
  const settings: FileLine[] = []
  const unread: number[] = []
  for (const [index, text] of decoded(bytes).split(/\r\n|\r|\n/u).entries()) {
    const line = text.replaceAll(invisible, '').trim()
    if (line === '' || /^(?:#|;|\/\/)/u.test(line)) continue
    const setting = settingOf(line)
    if (setting === undefined) unread.push(index + 1)
    else settings.push({ line: index + 1, ...setting })
  }
  return { settings, unread }
}

function decoded(bytes: Buffer): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

/** Notepad and PowerShell write UTF-16 with a mark; a file with zero bytes is UTF-16 without one. */
function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (bytes.includes(0)) return first === 0 ? 'utf-16be' : 'utf-16le'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** Copied along from web pages: spaces without width, soft hyphens, marks of direction and of byte order. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu

/** `NAME=value`, `export NAME=value`, `set NAME=value`, `$env:NAME = "value"`, `NAME: value`, `- NAME=value`, `"NAME": "value",`. */
const assignment = /^(?:export\s+|set\s+|\$env:|-\s+)?["'“”‘’]?(?<name>[A-Za-z][\w .-]*?)["'“”‘’]?\s*(?::=|[=-]>|→|[=:])\s*(?<value>.*)$/iu
/** The same with a space alone, where the name cannot be a word of a sentence. */
const spaced = /^(?:export\s+)?(?<name>[A-Z][A-Z\d]*(?:_[A-Z\d]+)+)(?:\s+(?<value>\S+))?$/u

function settingOf(line: string): Omit<FileLine, 'line'> | undefined {
  const { name, value = '' } = (assignment.exec(line) ?? spaced.exec(line))?.groups ?? {}
  return name === undefined ? undefined : { name, ...readQuoted(withoutComment(value)) }
}

/** In a value without quotes, a comment begins at a `#` with a space before it. */
function withoutComment(value: string): string {
  return isQuoted(value) ? value : value.replace(/(?:^|\s)#.*$/u, '')
}

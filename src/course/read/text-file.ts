// Reads the bytes of a course file as text, or says why that would lose something.
import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../problem.ts'

type TextFile = { readonly text: string } | { readonly problem: Problem }

/** In bytes. Course files are written by hand; the largest of the shipped course has 200 kB. */
const largest = 5_000_000

const saveAsUtf8 = 'Save it as UTF-8 (in your editor: "Save with encoding", UTF-8 without BOM)'

/** Never throws: a file that cannot be read is a problem. */
export function readText(dir: string, file: string): TextFile {
  try {
    const path = join(dir, file)
    const stat = statSync(path)
    if (!stat.isFile()) return unreadable(file, 0, 'This is not a file', 'Put a text file in its place')
    if (stat.size > largest) return unreadable(file, 0, `The file has ${stat.size} bytes, more than the ${largest} that a course file can have`, 'Split it or shorten it')
    return decoded(file, readFileSync(path))
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? ` (${String(fault.code)})` : ''
    return unreadable(file, 0, `The file cannot be opened${code}`, 'Check that it still exists and that the bot can read it')
  }
}

function decoded(file: string, bytes: Buffer): TextFile {
  const start = bytes.toString('latin1', 0, 3)
  if (start.startsWith('ÿþ') || start.startsWith('þÿ')) return unreadable(file, 1, 'The file is UTF-16, not UTF-8', saveAsUtf8)
  if (start === 'ï»¿') return unreadable(file, 1, 'The file begins with a byte order mark (BOM), which hides its first word', saveAsUtf8)
  if (bytes.includes(0)) return unreadable(file, lineAt(bytes, bytes.indexOf(0)), 'The file holds zero bytes, so it is UTF-16 or not text', saveAsUtf8)
  if (!isUtf8(bytes)) return unreadable(file, firstLineNotUtf8(bytes), 'This line is not UTF-8 (perhaps Latin-1 or Windows-1252)', saveAsUtf8)
  const text = bytes.toString('utf8')
  const [odd] = oddCharacter.exec(text) ?? []
  return odd === undefined ? { text } : { problem: oddProblem(file, text, odd) }
}

/** Control characters, a byte order mark inside the text, letters lost in an earlier conversion, and line ends of old Macs. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are looked for
const oddCharacter = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffd-\uffff]|\r(?!\n)/u

function oddProblem(file: string, text: string, odd: string): Problem {
  const line = text.slice(0, text.indexOf(odd)).split('\n').length
  const code = `U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  switch (odd) {
    case '\r':
      return problemOf(file, lineOfReturn(text), 'The lines end with a carriage return alone (CR)', 'Save the file with LF or CRLF line endings')
    case '\ufffd':
      return problemOf(file, line, `A letter was lost here when the text was converted (${code})`, 'Type the letter again and save the file as UTF-8')
    default:
      return problemOf(file, line, `There is an invisible character here (${code})`, 'Delete it, or type the word around it again')
  }
}

function lineOfReturn(text: string): number {
  return text.slice(0, text.search(/\r(?!\n)/u)).split('\n').length
}

function lineAt(bytes: Buffer, offset: number): number {
  return bytes.toString('latin1', 0, offset).split('\n').length
}

/** In UTF-8 a line feed is never part of another character, so each line can be checked alone. */
function firstLineNotUtf8(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n')
  return lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1'))) + 1
}

function problemOf(file: string, line: number, message: string, remedy: string): Problem {
  return { level: 'error', check: 'encoding', file, line, message, remedy }
}

function unreadable(file: string, line: number, message: string, remedy: string): TextFile {
  return { problem: problemOf(file, line, message, remedy) }
}

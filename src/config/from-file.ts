// What a .env file sets, and what to tell the operator about it.
import type { EnvFile } from './env-file.ts'
import { intendedName, knownName, similarNames } from './names.ts'
import { settings as botSettings } from './settings.ts'

type FromFile = {
  /** By name; where a name is set twice, the last value that is not blank. */
  readonly values: Readonly<Record<string, string>>
  /** What the operator may want to mend: each a sentence with the line, never with a value. */
  readonly notes: readonly string[]
  /** Why the bot does not start with this file: sentences like those of the notes. */
  readonly complaints: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

export function settingsFromFile(path: string, { settings, unread }: EnvFile, environment: Environment): FromFile {
  const lines = settings.map(({ name, ...rest }): Line => ({ ...rest, written: name, known: knownName(name) }))
  const values: Record<string, string> = {}
  for (const { written, known, value } of lines) values[known ?? written] = value === '' ? (values[known ?? written] ?? '') : value
  const isSet = (name: string) => (environment[name] ?? values[name] ?? '').trim() !== ''
  const misnamed = lines.flatMap(({ line, written, known, value }) => {
    const right = known === undefined && value !== '' ? intendedName(written, value) : undefined
    return right === undefined || isSet(right) ? [] : [`${path} line ${line}: the bot does not know ${written}. Rename it to ${right}.`]
  })
  const names = lines.flatMap(({ known }) => known ?? [])
  const complaints = misnamed.length === 0 && names.length === 0 && !Object.values(botSettings).some(({ name }) => isSet(name))
    ? [nothingKnown(path, unread)]
    : misnamed
  return { values, notes: [...lines.flatMap((line) => notesOn(path, line)), ...setTwice(path, lines), ...notRead(path, unread)], complaints }
}

type Line = Omit<EnvFile['settings'][number], 'name'> & { readonly written: string; readonly known: string | undefined }

function notesOn(path: string, { line, written, known, value, isOpen }: Line): readonly string[] {
  const notes: string[] = []
  if (isOpen) notes.push(`${path} line ${line}: the value of ${written} begins with a quote that is never closed.`)
  if (known !== undefined && known !== written) notes.push(`${path} line ${line}: ${written} was read as ${known}.`)
  const similar = known === undefined && value !== '' ? similarNames(written) : []
  if (similar.length > 0) notes.push(`${path} line ${line}: the bot does not use ${written}. Did you mean ${inWords(similar, 'or')}?`)
  return notes
}

function setTwice(path: string, lines: readonly Line[]): readonly string[] {
  const set = lines.filter(({ value }) => value !== '')
  return [...Map.groupBy(set, ({ known, written }) => known ?? written)].flatMap(([name, those]) => {
    const numbers = those.map(({ line }) => String(line))
    return numbers.length < 2 ? [] : [`${path} sets ${name} on lines ${inWords(numbers, 'and')}. Line ${numbers.at(-1)} counts.`]
  })
}

function notRead(path: string, unread: readonly number[]): readonly string[] {
  if (unread.length === 0) return []
  const numbers = inWords(unread.map(String), 'and')
  return [unread.length === 1 ? `${path} line ${numbers} is not of the form NAME=value, so it was not read.` : `${path} lines ${numbers} are not of the form NAME=value, so they were not read.`]
}

/** `a, b, and c` */
function inWords(items: readonly string[], last: 'and' | 'or'): string {
  return new Intl.ListFormat('en-US', { type: last === 'and' ? 'conjunction' : 'disjunction' }).format(items)
}

function nothingKnown(path: string, [unread]: readonly number[]): string {
  const why = unread === undefined ? '' : ` Line ${unread}, for example, is not of the form NAME=value.`
  return (
    `The file ${path} sets none of the bot's variables.${why} Fill in DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN, ` +
    'as .env.example shows. To use the bot in the terminal, remove the file.'
  )
}

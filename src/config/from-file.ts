// What a file .env means for the environment, and what has to be said about it.
import type { EnvFile } from './env-file.ts'
import { intendedName, knownName } from './names.ts'
import { settings as botSettings } from './settings.ts'

type FromFile = {
  /** By name; where a name is set twice, the last value that is not blank. */
  readonly values: Readonly<Record<string, string>>
  readonly notes: readonly string[]
  /** Why the bot does not start with this file: each a sentence with the line and the right name, never with a value. */
  readonly complaints: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

export function settingsFromFile(path: string, { settings, unread }: EnvFile, environment: Environment): FromFile {
  const lines = settings.map(({ line, name, value }) => ({ line, written: name, known: knownName(name), value }))
  const values: Record<string, string> = {}
  for (const { written, known, value } of lines) values[known ?? written] = value === '' ? (values[known ?? written] ?? '') : value
  const isSet = (name: string) => (environment[name] ?? values[name] ?? '').trim() !== ''
  const notes = lines.flatMap(({ line, written, known }) =>
    known === undefined || known === written ? [] : [`${path} line ${line}: ${written} was read as ${known}.`],
  )
  const misnamed = lines.flatMap(({ line, written, known, value }) => {
    const right = known === undefined && value !== '' ? intendedName(written, value) : undefined
    return right === undefined || isSet(right) ? [] : [`${path} line ${line}: the bot does not know ${written}. Rename it to ${right}.`]
  })
  const names = lines.flatMap(({ known }) => known ?? [])
  const complaints = misnamed.length === 0 && names.length === 0 && !Object.values(botSettings).some(({ name }) => isSet(name))
    ? [nothingKnown(path, unread)]
    : misnamed
  return { values, notes, complaints }
}

function nothingKnown(path: string, [unread]: readonly number[]): string {
  const why = unread === undefined ? '' : ` Line ${unread}, for example, is not of the form NAME=value.`
  return (
    `The file ${path} sets none of the bot's variables.${why} Fill in DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN, ` +
    'as .env.example shows; to use the bot in the terminal, remove the file.'
  )
}

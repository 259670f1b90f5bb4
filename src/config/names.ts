// Which variable somebody meant by a name that the bot does not know.
import { editDistance } from '../commands/closest.ts'
import { settings } from './settings.ts'

/** How many letters may be missing, added, wrong or swapped. */
const mostSlips = 2

const names: readonly string[] = [...Object.values(settings).map(({ name }) => name), 'NO_COLOR']

/** The bot's variable of this name; upper and lower case, hyphens and underscores are the same. */
export function knownName(name: string): string | undefined {
  return names.find((known) => letters(known) === letters(name))
}

/**
 * The bot's variable that somebody most likely meant by another name.
 *
 * @param value tells Slack's two tokens apart, whatever they are called
 */
export function intendedName(name: string, value: string): string | undefined {
  if (/^xox[be]-/u.test(value)) return settings.slackBotToken.name
  if (value.startsWith('xapp-')) return settings.slackAppToken.name
  const word = letters(name)
  return slackName(word) ?? discordName(word) ?? names.find((known) => known.length >= 6 && editDistance(word, letters(known)) <= mostSlips)
}

/** Only a bot of many workspaces has these, so whoever means one of them says more than SLACK. */
const seldom: ReadonlySet<string> = new Set([settings.slackClientId, settings.slackClientSecret, settings.slackStateSecret, settings.slackCommand].map(({ name }) => name))

/** Words in names that say little about what a variable is for. */
const weakWords: ReadonlySet<string> = new Set(['FILE', 'FOLDER', 'TOKEN', 'SECRET', 'URL', 'API', 'APP', 'BOT', 'LEVEL', 'KEEP', 'HOST', 'NO'])
const synonyms: ReadonlyMap<string, string> = new Map([
  ['DB', 'DATABASE'], ['DATABASES', 'DATABASE'], ['SQLITE', 'DATABASE'], ['POSTGRES', 'DATABASE'], ['POSTGRESQL', 'DATABASE'], ['COURSES', 'COURSE'], ['BACKUPS', 'BACKUP'], ['LOGGING', 'LOG'], ['LOGS', 'LOG'], ['COLORS', 'COLOR'], ['COLOUR', 'COLOR'],
])

/** The bot's variables that share a telling word with a name: BACKUP_FOLDER and BACKUP_KEEP for BACKUP_DIR. */
export function similarNames(name: string): readonly string[] {
  // OpenTelemetry has many more, and reads them itself.
  if (name.startsWith('OTEL_')) return []
  const wanted = new Set(wordsOf(name).map((word) => synonyms.get(word) ?? word).filter((word) => !weakWords.has(word)))
  const shared = (known: string) => wordsOf(known).filter((word) => wanted.has(word))
  return names.filter((known) => shared(known).some((word) => word !== 'SLACK' || !seldom.has(known)))
}

/** In upper case; `backupDir` has two. */
function wordsOf(name: string): readonly string[] {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, '_').toUpperCase().split(/[^A-Z0-9]+/u)
}

/** Slack apps have many other variables, such as SLACK_USER_TOKEN or SLACK_WEBHOOK_URL. */
function slackName(word: string): string | undefined {
  if (/SIGNING(?:SECRET|KEY|TOKEN)/u.test(word)) return settings.slackSigningSecret.name
  if (!word.includes('SLACK') || /WEBHOOK|CLIENT|VERIFICATION|REFRESH|CONFIG/u.test(word)) return undefined
  if (word.includes('SECRET')) return settings.slackSigningSecret.name
  if (!/TOKEN|OAUTH|XOXB|XAPP/u.test(word)) return undefined
  if (/APP|SOCKET/u.test(word)) return settings.slackAppToken.name
  return word.includes('USER') && !word.includes('BOT') ? undefined : settings.slackBotToken.name
}

/** DISCORD_CLIENT_SECRET and DISCORD_GUILD_ID belong to other uses of an application. */
function discordName(word: string): string | undefined {
  if (word === 'DISCORDBOT' || word === 'BOTTOKEN') return settings.discordToken.name
  if (word.includes('DISCORD') && /PUBLICKEY|VERIFYKEY/u.test(word)) return settings.discordPublicKey.name
  if (!word.includes('DISCORD') || /WEBHOOK|REFRESH|PUBLIC|CLIENTSECRET/u.test(word)) return undefined
  return /TOKEN|SECRET|KEY/u.test(word) ? settings.discordToken.name : undefined
}

function letters(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]/gu, '')
}

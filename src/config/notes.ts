// What the operator may want to know of the settings, or mend.
import type { Values } from './schema.ts'
import { onlyMany, settings } from './settings.ts'

/** Sentences for the log. */
export const notesOn = (values: Values): readonly string[] => [...slackNotes(values), ...manyNotes(values), ...discordNotes(values), ...courseNotes(values), ...databaseNotes(values)]

/** If the variables for Socket Mode and HTTP are both set, says which one was chosen. */
function slackNotes({ slackBotToken, slackAppToken, slackSigningSecret, port, discordPublicKey }: Values): readonly string[] {
  if (slackBotToken === undefined || slackAppToken === undefined || slackSigningSecret === undefined) return []
  return port === undefined
    ? ['Slack: Socket Mode, because SLACK_APP_TOKEN is set. SLACK_SIGNING_SECRET is not used. For HTTP, set PORT too.']
    : [`Slack: HTTP on port ${port}, because SLACK_SIGNING_SECRET and PORT are set. SLACK_APP_TOKEN is not used. For Socket Mode, remove ${discordPublicKey === undefined ? 'the other two' : 'SLACK_SIGNING_SECRET'}.`]
}

function manyNotes(values: Values): readonly string[] {
  const set = onlyMany.filter((key) => values[key] !== undefined).map((key) => settings[key].name)
  if (set.length === 0) return []
  if (values.slackBotToken !== undefined) return [`Slack: one workspace, because SLACK_BOT_TOKEN is set. ${set.join(', ')} ${set.length === 1 ? 'is' : 'are'} not used.`]
  return [
    ...(values.slackAppToken === undefined ? [] : ['Slack: many workspaces, so requests come over HTTP. SLACK_APP_TOKEN is not used.']),
    ...(values.supportContact === undefined ? ['SUPPORT_CONTACT is not set, so the bot’s pages can’t say whom to ask. Slack wants a way to reach you.'] : []),
  ]
}

function discordNotes({ discordPublicKey, port }: Values): readonly string[] {
  if (discordPublicKey === undefined || port === undefined) return []
  return [`Discord: HTTP on port ${port}, because DISCORD_PUBLIC_KEY is set. The bot doesn't hear what people write to it; commands and buttons work. For the gateway, remove DISCORD_PUBLIC_KEY.`]
}

const courseNotes = ({ courseFolder, courseFolders: several }: Values): readonly string[] =>
  courseFolder === undefined || several === undefined ? [] : ['COURSE_FOLDERS is set, so COURSE_FOLDER is not used.']

const databaseNotes = ({ databaseUrl, backupFolder }: Values): readonly string[] =>
  databaseUrl === undefined || backupFolder === undefined ? [] : ['DATABASE_URL is set, so BACKUP_FOLDER isn’t used. Back up the database with pg_dump.']

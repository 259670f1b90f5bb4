// Every environment variable: what it is for, and where to get its value.

type Setting = {
  readonly name: string
  /** What it is for: the rest of a sentence that begins with "It". */
  readonly purpose: string
  /** Where to get it or what it may be, without the period. */
  readonly hint: string
}

export const settings = {
  slackBotToken: {
    name: 'SLACK_BOT_TOKEN',
    purpose: 'lets the bot act in your Slack workspace',
    hint: 'It begins with "xoxb-" and stands at api.slack.com/apps: your app, OAuth & Permissions',
  },
  slackAppToken: {
    name: 'SLACK_APP_TOKEN',
    purpose: 'opens the Socket Mode connection to Slack',
    hint: 'It begins with "xapp-" and is made at api.slack.com/apps: your app, Basic Information, App-Level Tokens, scope connections:write',
  },
  slackSigningSecret: {
    name: 'SLACK_SIGNING_SECRET',
    purpose: 'proves that HTTP requests come from Slack',
    hint: 'It stands at api.slack.com/apps: your app, Basic Information, App Credentials',
  },
  port: {
    name: 'PORT',
    purpose: 'is the port on which Slack reaches the bot over HTTP',
    hint: 'It is a number from 1 to 65535, only used with SLACK_SIGNING_SECRET',
  },
  slackApiUrl: {
    name: 'SLACK_API_URL',
    purpose: 'is another address of the Slack Web API, for GovSlack',
    hint: 'It is an http or https address such as https://slack-gov.com/api/',
  },
  discordToken: {
    name: 'DISCORD_TOKEN',
    purpose: 'lets the bot act in your Discord server',
    hint: 'Get it at discord.com/developers/applications: your application, Bot, Reset Token',
  },
  discordApiUrl: {
    name: 'DISCORD_API_URL',
    purpose: 'is another address of the Discord API, for a proxy',
    hint: 'It is an http or https address such as https://discord.com/api, without a version',
  },
  databaseFile: {
    name: 'DATABASE_FILE',
    purpose: 'is where answers and boards are kept',
    hint: 'It is a path; its folder is made if it is missing',
  },
  courseFolder: {
    name: 'COURSE_FOLDER',
    purpose: 'is the course that the bot teaches',
    hint: 'It is a folder of the shape described in data/README.md',
  },
  healthPort: {
    name: 'HEALTH_PORT',
    purpose: 'is the port of /healthz and /readyz',
    hint: 'It is a number from 1 to 65535; without it there is no such port',
  },
  healthHost: {
    name: 'HEALTH_HOST',
    purpose: 'says which address of this machine answers /healthz and /readyz',
    hint: 'It is 127.0.0.1 for this machine alone, or 0.0.0.0 for everybody who can reach it',
  },
  backupFolder: {
    name: 'BACKUP_FOLDER',
    purpose: 'is where a backup is saved each day',
    hint: 'It is a path; without it no backups are made',
  },
  backupKeep: {
    name: 'BACKUP_KEEP',
    purpose: 'says how many of these backups are kept',
    hint: 'It is a number from 1 to 1000',
  },
  logLevel: {
    name: 'LOG_LEVEL',
    purpose: 'says how much is logged',
    hint: 'It is one of error, warn, info, debug',
  },
} as const satisfies Record<string, Setting>

export type Key = keyof typeof settings

/** The variables that are set and not blank, by the name of their setting. */
export type Given = { readonly [K in Key]?: string }

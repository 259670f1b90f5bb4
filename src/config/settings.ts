// Every environment variable: what it is for, and where to get its value.

type Setting = {
  readonly name: string
  /** What it is for: completes a sentence that begins with "It". */
  readonly purpose: string
  /** Where to get it or what to write, without the final period. */
  readonly hint: string
}

export const settings = {
  slackBotToken: {
    name: 'SLACK_BOT_TOKEN',
    purpose: 'lets the bot act in your Slack workspace',
    hint: 'It begins with "xoxb-". Get it at api.slack.com/apps: your app, OAuth & Permissions',
  },
  slackAppToken: {
    name: 'SLACK_APP_TOKEN',
    purpose: 'opens the Socket Mode connection to Slack',
    hint: 'It begins with "xapp-". Create it at api.slack.com/apps: your app, Basic Information, App-Level Tokens, scope connections:write',
  },
  slackSigningSecret: {
    name: 'SLACK_SIGNING_SECRET',
    purpose: 'proves that HTTP requests come from Slack',
    hint: 'Get it at api.slack.com/apps: your app, Basic Information, App Credentials',
  },
  port: {
    name: 'PORT',
    purpose: 'is the port where Slack and Discord reach the bot over HTTP',
    hint: 'Use a number from 1 to 65535. It only matters with SLACK_SIGNING_SECRET or DISCORD_PUBLIC_KEY',
  },
  slackClientId: {
    name: 'SLACK_CLIENT_ID',
    purpose: 'says which app workspaces install, for a bot that serves many of them',
    hint: 'Get it at api.slack.com/apps: your app, Basic Information, App Credentials',
  },
  slackClientSecret: {
    name: 'SLACK_CLIENT_SECRET',
    purpose: 'gets the token of each workspace that installs the app',
    hint: 'Get it at api.slack.com/apps: your app, Basic Information, App Credentials',
  },
  slackStateSecret: {
    name: 'SLACK_STATE_SECRET',
    purpose: 'proves that an installation began at this bot',
    hint: 'Make up 16 characters or more, for example with: openssl rand -hex 32',
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    purpose: 'is the address where people and Slack reach a bot that serves many workspaces',
    hint: 'Use an https address without a path, such as https://bot.example.org',
  },
  tokenKeys: {
    name: 'TOKEN_KEYS',
    purpose: 'seals the tokens of workspaces in the database',
    hint: 'Use a number and a key, such as 1: and the output of: openssl rand -base64 32. For a new key, put it first: 2:newkey,1:oldkey',
  },
  slackCommand: {
    name: 'SLACK_COMMAND',
    purpose: 'gives the slash command in Slack a name other than /study',
    hint: 'Use a slash and up to 31 lowercase letters, digits, hyphens, or underscores, such as /quiz, and update the app from the manifest',
  },
  keepRemovedDays: {
    name: 'KEEP_REMOVED_DAYS',
    purpose: 'is how many days the data of a workspace stays after the app was removed there',
    hint: 'Use a number from 0 to 3650',
  },
  operatorName: {
    name: 'OPERATOR_NAME',
    purpose: 'says on the bot’s pages who runs it',
    hint: 'Use the name of a person or a company',
  },
  supportContact: {
    name: 'SUPPORT_CONTACT',
    purpose: 'says on the bot’s pages whom to ask',
    hint: 'Use an e-mail address or an https link',
  },
  slackApiUrl: {
    name: 'SLACK_API_URL',
    purpose: 'replaces the address of the Slack Web API, for GovSlack',
    hint: 'Use an http or https address such as https://slack-gov.com/api/',
  },
  discordToken: {
    name: 'DISCORD_TOKEN',
    purpose: 'lets the bot act in your Discord server',
    hint: 'Get it at discord.com/developers/applications: your application, Bot, Reset Token',
  },
  discordApiUrl: {
    name: 'DISCORD_API_URL',
    purpose: 'replaces the address of the Discord API, for a proxy',
    hint: 'Use an http or https address such as https://discord.com/api, without a version',
  },
  discordPublicKey: {
    name: 'DISCORD_PUBLIC_KEY',
    purpose: 'proves that HTTP requests come from Discord',
    hint: 'It has 64 hexadecimal digits. Get it at discord.com/developers/applications: your application, General Information. Leave it out to use the gateway',
  },
  discordRequestsPerSecond: {
    name: 'DISCORD_REQUESTS_PER_SECOND',
    purpose: 'is how many requests per second this process may send to Discord',
    hint: 'Use a number from 1 to 1000. Discord allows a bot 50',
  },
  databaseFile: {
    name: 'DATABASE_FILE',
    purpose: 'is the file that stores answers and leaderboards',
    hint: 'Use a path. The bot creates the folder if it is missing',
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    purpose: 'is the PostgreSQL database that stores answers and leaderboards instead of a file',
    hint: 'Write it as postgres://user:password@host:5432/database',
  },
  courseFolder: {
    name: 'COURSE_FOLDER',
    purpose: 'is the folder of the course that the bot teaches',
    hint: 'data/README.md describes what goes in it',
  },
  courseFolders: {
    name: 'COURSE_FOLDERS',
    purpose: 'names the folders of several courses',
    hint: 'Put commas between them, or name one folder that holds them all. COURSE_FOLDER is not used then',
  },
  healthPort: {
    name: 'HEALTH_PORT',
    purpose: 'is the port for /healthz, /readyz, and /metrics',
    hint: 'Use a number from 1 to 65535, or leave it out to open no port',
  },
  healthHost: {
    name: 'HEALTH_HOST',
    purpose: 'is the address that /healthz, /readyz, and /metrics listen on',
    hint: 'Use 127.0.0.1 for this machine only, or 0.0.0.0 for the whole network',
  },
  drainSeconds: {
    name: 'DRAIN_SECONDS',
    purpose: 'is how many seconds the bot goes on answering when it is stopped, while /readyz already says that it stops',
    hint: 'Use a number from 0 to 60: as long as it takes until your load balancer sends it nothing more',
  },
  backupFolder: {
    name: 'BACKUP_FOLDER',
    purpose: 'is the folder where a backup is saved each day',
    hint: 'Use a path, or leave it out to make no backups',
  },
  backupKeep: {
    name: 'BACKUP_KEEP',
    purpose: 'is how many backups to keep',
    hint: 'Use a number from 1 to 1000',
  },
  otlpEndpoint: {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    purpose: 'is the collector of OpenTelemetry that gets traces, by OTLP over HTTP',
    hint: 'Use an http or https address such as http://127.0.0.1:4318, or leave it out to send none',
  },
  otlpTracesEndpoint: {
    name: 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
    purpose: 'is the whole address for traces, where it is not the collector’s usual one',
    hint: 'Use an http or https address such as http://127.0.0.1:4318/v1/traces',
  },
  otelServiceName: {
    name: 'OTEL_SERVICE_NAME',
    purpose: 'is the name of this bot in traces',
    hint: 'Use any name',
  },
  otelResourceAttributes: {
    name: 'OTEL_RESOURCE_ATTRIBUTES',
    purpose: 'says more about this bot in traces',
    hint: 'Write it as name=value,name=value, and other characters than letters and digits in percent encoding',
  },
  otelTracesSampler: {
    name: 'OTEL_TRACES_SAMPLER',
    purpose: 'says which traces are sent',
    hint: 'Use always_on, always_off, traceidratio, or one of them with parentbased_ in front',
  },
  otelTracesSamplerArg: {
    name: 'OTEL_TRACES_SAMPLER_ARG',
    purpose: 'is the share of traces that are sent, for the sampler traceidratio',
    hint: 'Use a number from 0 to 1, such as 0.1',
  },
  logLevel: {
    name: 'LOG_LEVEL',
    purpose: 'sets how much is logged',
    hint: 'Use error, warn, info, or debug',
  },
} as const satisfies Record<string, Setting>

export type Key = keyof typeof settings

/** The variables that are set and not blank, by the name of their setting. */
export type Given = { readonly [K in Key]?: string }

/** Only a bot for many workspaces of Slack has these. */
export const onlyMany = ['slackClientId', 'slackClientSecret', 'slackStateSecret', 'tokenKeys'] as const satisfies readonly Key[]

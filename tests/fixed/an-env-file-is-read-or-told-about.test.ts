// A .env of Notepad (UTF-16, byte order mark), with `KEY: value`, curly quotes or DISCORD_BOT_TOKEN started the terminal without a word.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readEnvFile } from '../../src/config/env-file.ts'
import { settingsFromFile } from '../../src/config/from-file.ts'
import { readConfig } from '../../src/config/config.ts'
import { bareEnvironment } from '../fakes/bare-environment.ts'

const read = (content: string | Buffer, environment: Record<string, string> = {}) => settingsFromFile('.env', readEnvFile(Buffer.from(content)), environment)
const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDe.abcdefghijklmnopqrstuvwxyz0123456789ab'

describe('a line', () => {
  it.each([
    'DISCORD_TOKEN=@', 'DISCORD_TOKEN = @', 'DISCORD_TOKEN: @', 'export DISCORD_TOKEN=@', '  export  DISCORD_TOKEN="@";', 'set DISCORD_TOKEN=@', '$env:DISCORD_TOKEN = "@"', '- DISCORD_TOKEN=@',
    'DISCORD_TOKEN=“@”', 'DISCORD_TOKEN=„@“', 'DISCORD_TOKEN=‘@’', "DISCORD_TOKEN='@'", 'DISCORD_TOKEN=`@`', 'DISCORD_TOKEN="@', '"DISCORD_TOKEN": "@",', 'DISCORD_TOKEN="@" # the bot\'s',
    'DISCORD_TOKEN=@ # the bot\'s', 'DISCORD_TOKEN=@\r', 'DISCORD_TOKEN\u00a0=\u00a0@', 'DISCORD_TOKEN=\u200b@\ufeff', 'DISCORD_TOKEN := @', 'DISCORD_TOKEN -> @', 'DISCORD_TOKEN @',
    'DISCORD_TOKEN=@\nDISCORD_TOKEN=', 'DISCORD_TOKEN=" @ "', 'discord_token=@', 'Discord-Token: @', 'DISCORD TOKEN = @', 'discordToken=@',
  ])('is read: %j', (line) => {
    expect(read(`# Studyhall\n${line.replace('@', token)}\nLOG_LEVEL=debug\n`)).toMatchObject({ values: { DISCORD_TOKEN: token, LOG_LEVEL: 'debug' }, complaints: [] })
  })

  it('keeps what belongs to its value', () => {
    const { values } = read('COURSE_FOLDER=data/c#-course\nDATABASE_FILE="C:\\new files\\#1.sqlite"\nSLACK_API_URL=https://slack-gov.com/api/?a=b\nOTHER=1=2\nPORT=\nNO_COLOR=# nothing\n')
    expect(values).toEqual({
      COURSE_FOLDER: 'data/c#-course', DATABASE_FILE: 'C:\\new files\\#1.sqlite', SLACK_API_URL: 'https://slack-gov.com/api/?a=b', OTHER: '1=2', PORT: '', NO_COLOR: '',
    })
  })
})

describe('an encoding', () => {
  const text = `# Schlüssel\r\nDISCORD_TOKEN=“${token}”\r\n`
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text.slice(text.indexOf('D'))}`)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['Windows-1252', Buffer.from(text.replace('“', '\u0093').replace('”', '\u0094'), 'latin1')],
    ['line ends of old Macs', Buffer.from(text.replaceAll('\r\n', '\r'))],
  ])('is read: %s', (_, bytes) => {
    expect(read(bytes)).toEqual({ values: { DISCORD_TOKEN: token }, notes: [], complaints: [] })
  })
})

describe('a name that is nearly one of the bot\'s', () => {
  it.each([
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'], ['DISCORD_API_KEY', 'DISCORD_TOKEN'], ['BOT_TOKEN', 'DISCORD_TOKEN'], ['DISCORD_TOKN', 'DISCORD_TOKEN'], ['DSICORD_TOKEN', 'DISCORD_TOKEN'], ['discord_bot_token', 'DISCORD_TOKEN'],
    ['SLACK_TOKEN', 'SLACK_BOT_TOKEN'], ['SLACK_BOT_USER_OAUTH_TOKEN', 'SLACK_BOT_TOKEN'], ['SLACK_API_TOKEN', 'SLACK_BOT_TOKEN'], ['SLACK_OAUTH', 'SLACK_BOT_TOKEN'], ['SLAK_BOT_TOKEN', 'SLACK_BOT_TOKEN'],
    ['SLACK_APP_LEVEL_TOKEN', 'SLACK_APP_TOKEN'], ['SLACK_SOCKET_TOKEN', 'SLACK_APP_TOKEN'], ['SLACK_SECRET', 'SLACK_SIGNING_SECRET'], ['SIGNING_SECRET', 'SLACK_SIGNING_SECRET'],
    ['DATABASE_FILES', 'DATABASE_FILE'], ['COURSE_FLODER', 'COURSE_FOLDER'], ['LOG_LEVL', 'LOG_LEVEL'],
  ])('%s is told with its line and %s', (name, right) => {
    const { complaints } = read(`# ours\n\n${name}=a-secret-value\n`)
    expect(complaints).toEqual([`.env line 3: the bot does not know ${name}. Rename it to ${right}.`])
    expect(read(`${name}=a-secret-value\n${right}=x\n`).complaints).toEqual([])
    expect(read(`${name}=\nLOG_LEVEL=info\n`).complaints).toEqual([])
  })

  it('is told apart by what Slack\'s tokens begin with', () => {
    expect(read('TOKEN=xapp-1\nSLACK=xoxb-1\n').complaints.join()).toMatch(/line 1.*SLACK_APP_TOKEN.*line 2.*SLACK_BOT_TOKEN/u)
  })

  it.each(['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_USER_TOKEN', 'SLACK_VERIFICATION_TOKEN', 'SLACK_WEBHOOK_URL', 'SLACK_CHANNEL', 'DISCORD_CLIENT_SECRET', 'DISCORD_PUBLIC_KEY', 'DISCORD_GUILD_ID', 'DISCORD_WEBHOOK_URL', 'HOST', 'NODE_ENV', 'TZ', 'DATABASE_URL'])(
    '%s is something else', (name) => {
      expect(read(`LOG_LEVEL=info\n${name}=x\n`).complaints).toEqual([])
    },
  )
})

describe('a file that sets nothing the bot knows', () => {
  it.each(['', '# nothing\n', 'NODE_ENV=production\n', 'my token\n'])('is told: %j', (content) => {
    expect(read(content).complaints).toEqual([expect.stringMatching(/\.env sets none of the bot's variables.*DISCORD_TOKEN.*\.env\.example.*remove the file/u)])
    expect(read(content, { SLACK_BOT_TOKEN: 'x' }).complaints).toEqual([])
  })

  it('is told with the line that is no setting', () => {
    expect(read('\nmy token\n').complaints.join()).toContain('Line 2, for example, is not of the form NAME=value')
  })

  it('a copy of .env.example is fine', () => {
    expect(read('SLACK_BOT_TOKEN=\nDISCORD_TOKEN=\n').complaints).toEqual([])
  })
})

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: '0123456789' }
const slackLines = Object.entries(slack).map(([name, value]) => `${name}=${value}\n`).join('')

describe('the bot', () => {
  function start(content: string | null, name = '.env') {
    const folder = mkdtempSync(join(tmpdir(), 'studyhall-env-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    if (content === null) mkdirSync(join(folder, name))
    else writeFileSync(join(folder, name), content)
    return startIn(folder)
  }

  function startIn(folder: string) {
    const env = bareEnvironment({ COURSE_FOLDER: undefined })
    return spawnSync(process.execPath, [resolve('src/start.js')], { cwd: folder, input: '', encoding: 'utf8', env })
  }

  it('says that a link to a file that is gone cannot be read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'studyhall-env-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    symlinkSync(join(folder, 'gone'), join(folder, '.env'))
    const { status, stderr } = startIn(folder)
    expect([status, stderr]).toEqual([1, expect.stringContaining('The file .env cannot be read (ENOENT)')])
  })

  it.each([
    ['says so and does not start the terminal', 'DISCORD_BOT_TOKEN=a-secret-value\n', '.env line 1: the bot does not know DISCORD_BOT_TOKEN. Rename it to DISCORD_TOKEN.\n'],
    ['reads what it can', '\ufeffexport SLACK_BOT_TOKEN: “xoxb-1”', 'SLACK_APP_TOKEN is missing, but SLACK_BOT_TOKEN is set'],
    ['says that a folder is no file', null, 'The file .env cannot be read (EISDIR)'],
    ['says that a file with a hidden ending is not read', `DISCORD_TOKEN=${token}`, 'The file is called .env.txt', '.env.txt'],
    ['logs which mode of Slack was chosen', `${slackLines}PORT=3000\nCOURSE_FOLDER=nowhere\n`, 'Slack: HTTP on port 3000'],
  ])('%s', (_, content, expected, name?: string) => {
    const { status, stdout, stderr } = start(content, name)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(expected)
    expect(stderr).not.toMatch(/secret-value|\n {4}at /u)
  })
})

describe('Slack\'s variables', () => {
  it('all together: the log says which mode was chosen', async () => {
    expect(await readConfig({ ...slack, PORT: '3000' })).toMatchObject({ slack: { mode: 'http' }, notes: [expect.stringMatching(/HTTP on port 3000.*SLACK_APP_TOKEN is not used/u)] })
    expect(await readConfig(slack)).toMatchObject({ slack: { mode: 'socket' }, notes: [expect.stringMatching(/Socket Mode.*SLACK_SIGNING_SECRET is not used/u)] })
    expect(await readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject({ notes: [] })
  })

  it('may have quotes, as docker --env-file hands them on', async () => {
    expect(await readConfig({ SLACK_BOT_TOKEN: '"xoxb-1"', SLACK_APP_TOKEN: '“xapp-1”' })).toMatchObject({ slack: { botToken: 'xoxb-1', appToken: 'xapp-1' } })
  })
})

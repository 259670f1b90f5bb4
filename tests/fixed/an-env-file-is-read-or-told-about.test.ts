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

describe('quotes around a value', () => {
  it.each([
    ["'/x/Ada’s.sqlite'", '/x/Ada’s.sqlite'], ['‘/x/Ada’s.sqlite’', '/x/Ada’s.sqlite'], ['"/x/Ada\'s “new”.sqlite"', '/x/Ada\'s “new”.sqlite'], ['“/x/the “old” one”', '/x/the “old” one'], ["'a' # Ada's", 'a'],
    ['"a#b" # c', 'a#b'], ['‘a’ # the bot’s', 'a'], ['"a"b"', 'a"b'], ['"a";', 'a'], ['""', ''], ["''", ''], ['/x/Ada’s.sqlite', '/x/Ada’s.sqlite'], ['“a"', 'a'], ['"C:\\data\\"', 'C:\\data\\'], ['   ', ''],
  ])('%s is %s, with any spaces, `export` and Windows line ends', (written, value) => {
    for (const line of [`DATABASE_FILE=${written}`, `export DATABASE_FILE=${written}`, `DATABASE_FILE = ${written}`, `DATABASE_FILE=${written}\r\n`]) {
      expect(read(`LOG_LEVEL=info\r\n${line}`)).toEqual({ values: { LOG_LEVEL: 'info', DATABASE_FILE: value }, notes: [], complaints: [] })
    }
  })
})

describe('a file of which not all can be used', () => {
  it.each([
    ['my token is here\nx', 'lines 2 and 3 are not of the form NAME=value'],
    ['my token is here', 'line 2 is not of the form NAME=value, so it was not read.'],
    ['DATABASE_FILE="/a-secret-value', 'line 2: the value of DATABASE_FILE begins with a quote that is never closed.'],
    ['DISCORD_TOKEN=“a-secret-value', 'line 2: the value of DISCORD_TOKEN begins with a quote'],
    ['PORT=1\nPORT=2\nPORT=3', '.env sets PORT on lines 2, 3, and 4. Line 4 counts.'],
    ['LOG_LEVEL=debug', '.env sets LOG_LEVEL on lines 1 and 2. Line 2 counts.'],
    ['Backup-Keep=3', 'line 2: Backup-Keep was read as BACKUP_KEEP.'],
    ['BACKUP_DIR=a-secret-value', 'line 2: the bot does not use BACKUP_DIR. Did you mean BACKUP_FOLDER or BACKUP_KEEP?'],
    ['DB_FILE=a-secret-value', 'DB_FILE. Did you mean DATABASE_FILE or DATABASE_URL?'],
    ['DATABASE=a-secret-value', 'DATABASE. Did you mean DATABASE_FILE or DATABASE_URL?'],
    ['DATABASE_PATH=a-secret-value', 'DATABASE_PATH. Did you mean DATABASE_FILE or DATABASE_URL?'],
    ['databaseDir=a-secret-value', 'databaseDir. Did you mean DATABASE_FILE or DATABASE_URL?'],
    ['COURSE_DIR=a-secret-value', 'COURSE_DIR. Did you mean COURSE_FOLDER or COURSE_FOLDERS?'],
    ['HTTP_PORT=a-secret-value', 'HTTP_PORT. Did you mean PORT or HEALTH_PORT?'],
    ['SLACK_BOT_TOKEN=xoxb-a-secret-value\nSLACK_TOKEN=xoxb-a-secret-value', 'SLACK_TOKEN. Did you mean SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, or SLACK_API_URL?'],
  ])('is told about, also where known names are set: %j', (lines, note) => {
    const { notes, complaints } = read(`LOG_LEVEL=info\n${lines}\n`)
    expect(notes).toEqual([expect.stringContaining(note)])
    expect(complaints).toEqual([])
    expect(JSON.stringify(notes)).not.toContain('a-secret-value')
  })

  it.each(['NODE_ENV=production', 'TZ=UTC', 'UPLOAD_FOLDER=x', 'BACKUP_DIR=', 'HOST=x', 'PORT=\nPORT=3000', 'RETRY_TOKEN=x'])('nothing is said about %j', (lines) => {
    expect(read(`LOG_LEVEL=info\n${lines}\n`)).toMatchObject({ notes: [], complaints: [] })
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
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'], ['DISCORD_API_KEY', 'DISCORD_TOKEN'], ['BOT_TOKEN', 'DISCORD_TOKEN'], ['DISCORD_TOKN', 'DISCORD_TOKEN'], ['DSICORD_TOKEN', 'DISCORD_TOKEN'], ['DISCORD_APP_PUBLIC_KEY', 'DISCORD_PUBLIC_KEY'], ['discord_bot_token', 'DISCORD_TOKEN'],
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

  it.each(['SLACK_USER_TOKEN', 'SLACK_VERIFICATION_TOKEN', 'SLACK_WEBHOOK_URL', 'SLACK_CHANNEL', 'DISCORD_CLIENT_SECRET', 'DISCORD_GUILD_ID', 'DISCORD_WEBHOOK_URL', 'HOST', 'NODE_ENV', 'TZ', 'DATABASE_URL'])(
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

  const houseRules = resolve('tests/courses/house-rules')

  it('starts the terminal with one plain line for each', () => {
    const { status, stdout, stderr } = start(`COURSE_FOLDER=${houseRules}\nmy token\nBACKUP_DIR=a-secret-value\n`)
    expect([status, stderr]).toEqual([0, '.env line 3: the bot does not use BACKUP_DIR. Did you mean BACKUP_FOLDER or BACKUP_KEEP?\n.env line 2 is not of the form NAME=value, so it was not read.\n'])
    expect(stdout).toContain('Question of the day')
  })

  it('logs them at level warn where the log is read', () => {
    const levelsOf = (level: string) => {
      const { stderr } = start(`COURSE_FOLDER=${houseRules}\nmy token\nLOG_LEVEL=${level}\n`)
      return stderr.split('\n').filter((line) => line.includes('.env line 2') || line.includes('"ready"')).map((line) => (JSON.parse(line) as { level: string }).level)
    }
    expect(levelsOf('warn')).toEqual(['warn'])
    expect(levelsOf('info')).toEqual(['warn', 'info'])
    expect(levelsOf('error')).toEqual([])
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

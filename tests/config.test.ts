import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../src/config/config.ts'

const tokens = {
  slackBot: 'xoxb-1234567890-abcdefghijklmnop',
  slackApp: 'xapp-1-A1234567890-abcdefghijklmnop',
  discord: 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDe.abcdefghijklmnopqrstuvwxyz0123456789ab',
}

async function problemOf(environment: Record<string, string>): Promise<string> {
  try {
    await readConfig(environment)
  } catch (fault) {
    if (fault instanceof ConfigError) return fault.message
    throw fault
  }
  return ''
}

const publicKey = '0123456789abcdef'.repeat(4)

describe('the environment', () => {
  it('may be empty: then the terminal runs', async () => {
    expect(await readConfig({})).toMatchObject({ slack: null, discord: null, databaseFile: 'var/studyhall.sqlite', logLevel: null })
  })

  it('counts an empty value as absent, as a copied .env.example has them', async () => {
    expect(await readConfig({ SLACK_BOT_TOKEN: '', DISCORD_TOKEN: ' ', PORT: '' })).toMatchObject({ slack: null, discord: null })
  })

  it('names one course or several, which come before the one', async () => {
    expect((await readConfig({})).courseFolders).toEqual(['data/aws-shared-responsibility'])
    expect((await readConfig({ COURSE_FOLDER: 'one', COURSE_FOLDERS: ' ,' })).courseFolders).toEqual(['one'])
    const both = await readConfig({ COURSE_FOLDER: 'one', COURSE_FOLDERS: 'two, three,' })
    expect([both.courseFolders, both.notes]).toEqual([['two', 'three'], ['COURSE_FOLDERS is set, so COURSE_FOLDER is not used.']])
  })

  it('gives Slack Socket Mode by default and HTTP where a signing secret and a port are set', async () => {
    expect((await readConfig({ SLACK_BOT_TOKEN: tokens.slackBot, SLACK_APP_TOKEN: tokens.slackApp })).slack).toMatchObject({ mode: 'socket' })
    const http = { SLACK_BOT_TOKEN: tokens.slackBot, SLACK_SIGNING_SECRET: '0123456789abcdef', PORT: '3000' }
    expect((await readConfig(http)).slack).toMatchObject({ mode: 'http', port: 3000 })
  })

  it('gives Discord the gateway by default and HTTP where a public key and a port are set, and says so', async () => {
    const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GhIjKl.mNoPqR'
    expect((await readConfig({ DISCORD_TOKEN: token, PORT: '3000' })).discord).toEqual({ token })
    const http = await readConfig({ DISCORD_TOKEN: token, PORT: '3000', DISCORD_PUBLIC_KEY: publicKey, DISCORD_REQUESTS_PER_SECOND: '25' })
    expect(http.discord).toEqual({ token, requestsPerSecond: 25, overHttp: { publicKey, port: 3000 } })
    expect(http.notes).toEqual([expect.stringMatching(/^Discord: HTTP on port 3000.*commands and buttons work.*remove DISCORD_PUBLIC_KEY\.$/u)])
    expect(http.notes.join()).not.toContain(publicKey)
  })

  it('says how Slack stays on its socket where the port is there for Discord', async () => {
    const { slack, notes } = await readConfig({ SLACK_BOT_TOKEN: tokens.slackBot, SLACK_APP_TOKEN: tokens.slackApp, SLACK_SIGNING_SECRET: '0123456789abcdef', DISCORD_TOKEN: 'MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GhIjKl.mNoPqR', PORT: '3000', DISCORD_PUBLIC_KEY: publicKey })
    expect([slack?.mode, notes[0]]).toEqual(['http', expect.stringContaining('For Socket Mode, remove SLACK_SIGNING_SECRET.')])
  })

  it.each([
    [{ SLACK_BOT_TOKEN: tokens.slackBot }, 'SLACK_APP_TOKEN is missing'],
    [{ SLACK_APP_TOKEN: tokens.slackApp }, 'SLACK_BOT_TOKEN is missing'],
    [{ SLACK_BOT_TOKEN: tokens.slackBot, SLACK_SIGNING_SECRET: '0123456789abcdef' }, 'PORT is missing'],
    [{ SLACK_BOT_TOKEN: tokens.slackApp, SLACK_APP_TOKEN: tokens.slackBot }, 'SLACK_BOT_TOKEN is not valid'],
    [{ DISCORD_TOKEN: 'short' }, 'DISCORD_TOKEN is not valid'],
    [{ DISCORD_PUBLIC_KEY: publicKey, PORT: '3000' }, 'DISCORD_TOKEN is missing, but DISCORD_PUBLIC_KEY is set'],
    [{ DISCORD_TOKEN: 'MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GhIjKl.mNoPqR', DISCORD_PUBLIC_KEY: publicKey }, 'PORT is missing, but DISCORD_PUBLIC_KEY is set'],
    [{ DISCORD_PUBLIC_KEY: publicKey.slice(1) }, 'DISCORD_PUBLIC_KEY is not valid'],
    [{ DISCORD_REQUESTS_PER_SECOND: '0' }, 'DISCORD_REQUESTS_PER_SECOND is not valid'],
    [{ HEALTH_PORT: 'eighty' }, 'HEALTH_PORT is not valid'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is not valid'],
    [{ SLACK_API_URL: 'slack.com' }, 'SLACK_API_URL is not valid'],
  ])('%o is refused by name', async (environment, expected) => {
    expect(await problemOf(environment as unknown as Record<string, string>)).toContain(expected)
  })

  it('serves many Slack workspaces where all that it takes is set, and says what is missing of it', async () => {
    const many = {
      SLACK_CLIENT_ID: '1234.5678', SLACK_CLIENT_SECRET: '0123456789abcdef0123', SLACK_STATE_SECRET: 'a state secret of ours', SLACK_SIGNING_SECRET: '0123456789abcdef', PORT: '3000',
      PUBLIC_URL: 'https://bot.example.org/', TOKEN_KEYS: `2:${'a'.repeat(43)}=,1:${'b'.repeat(43)}=`,
    }
    const { slack, notes } = await readConfig({ ...many, SLACK_COMMAND: '/quiz', OPERATOR_NAME: 'Example Inc.' })
    expect(slack).toMatchObject({ mode: 'oauth', port: 3000, publicUrl: 'https://bot.example.org', command: '/quiz', about: { operator: 'Example Inc.', contact: null, keepRemovedDays: 30 } })
    expect(notes).toEqual([expect.stringContaining('SUPPORT_CONTACT is not set')])
    for (const name of Object.keys(many)) expect(await problemOf({ ...many, [name]: '' })).toContain(`${name} is missing`)
    const problem = await problemOf({ SLACK_CLIENT_ID: many.SLACK_CLIENT_ID })
    expect([problem.split('\n').length, problem.includes('To serve one, set SLACK_BOT_TOKEN')]).toEqual([7, true])
    expect(await problemOf({ ...many, SLACK_BOT_TOKEN: tokens.slackBot })).toContain('serves one workspace; with the others, all that install it')
    const stray = await readConfig({ SLACK_BOT_TOKEN: tokens.slackBot, SLACK_APP_TOKEN: tokens.slackApp, SLACK_CLIENT_ID: many.SLACK_CLIENT_ID })
    expect([stray.slack, stray.notes]).toEqual([expect.objectContaining({ mode: 'socket' }), [expect.stringContaining('SLACK_CLIENT_ID is not used')]])
  })

  it.each([
    ['PUBLIC_URL', 'http://bot.example.org'], ['PUBLIC_URL', 'https://bot.example.org/path'], ['PUBLIC_URL', 'bot.example.org'], ['TOKEN_KEYS', '1:tooshort'], ['TOKEN_KEYS', `1:${'a'.repeat(43)}=,1:${'b'.repeat(43)}=`],
    ['SLACK_COMMAND', 'quiz'], ['SLACK_COMMAND', '/Quiz Me'], ['SLACK_STATE_SECRET', 'short'], ['KEEP_REMOVED_DAYS', '-1'], ['SUPPORT_CONTACT', 'ask me'],
  ])('does not take %s=%s', async (name, value) => {
    expect(await problemOf({ [name]: value })).toContain(`${name} is not valid`)
  })

  it('says what a wrong variable is for and where to get it, and never its value', async () => {
    const problem = await problemOf({ DISCORD_TOKEN: 'a secret one', SLACK_BOT_TOKEN: 'another-secret', HEALTH_PORT: '99999999' })
    expect(problem.split('\n')).toHaveLength(3)
    expect(problem).toContain('discord.com/developers/applications')
    expect(problem).not.toMatch(/a secret one|another-secret|99999999/)
  })

  it('is named variable by variable in .env.example, each with a comment above', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n')
    const named = lines.flatMap((line, at) => (/^[A-Z_]+=/.test(line) ? [{ name: line.split('=')[0] ?? '', comment: lines[at - 1] ?? '' }] : []))
    const read = [...readFileSync('src/config/settings.ts', 'utf8').matchAll(/name: '([A-Z_]+)'/g)].map((match) => match[1] ?? '')
    expect(new Set(named.map(({ name }) => name))).toEqual(new Set([...read, 'NO_COLOR']))
    expect(named.filter(({ comment }) => !comment.startsWith('# '))).toEqual([])
  })
})

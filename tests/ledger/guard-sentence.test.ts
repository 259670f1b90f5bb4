// What an operator reads when the files of the ledger were changed under the running bot.
import { expect, it } from 'vitest'
import { sentence, type Problem, type Told } from '../../src/ledger/sqlite/file/guard-sentence.ts'

const told = (problem: Problem, more: Partial<Told> = {}): string => sentence({ problem, file: '/data/db', rescued: undefined, logAside: undefined, isEnd: false, ...more })

const restoreCopy = 'Everything up to now is in /data/copy. Stop the bot, run "npm run -s study -- restore /data/copy", and start it again.'
const restoreBackup = 'Too much is gone to save what the bot knew. Stop the bot, restore a backup with "npm run -s study -- restore FILE", and start it again.'
const failed = 'The bot tried to save everything up to now next to it and failed (no space left).'

it.each<[Problem, string]>([
  ['gone', 'The database /data/db was removed or replaced while the bot was running, so nothing is saved anymore.'],
  ['log-gone', 'The log of the database, /data/db-wal or /data/db-shm, was removed or replaced while the bot was running, so nothing is saved anymore.'],
  ['overwritten', 'Something other than the bot wrote into the database /data/db while the bot was running, so nothing is saved anymore.'],
  ['log-overwritten', `Something other than the bot wrote into the database's log /data/db-wal while the bot was running, so nothing is saved anymore.`],
])('where the files are %s, it says what happened, and to restore what was saved', (problem, happened) => {
  expect(told(problem, { rescued: { copy: '/data/copy' } })).toBe(`${happened} ${restoreCopy}`)
  expect(told(problem, { rescued: 'running' })).toBe(`${happened} The bot is saving what it has next to it. The log says where, and what to do.`)
  for (const rescued of ['not-whole', undefined] as const) expect(told(problem, { rescued })).toBe(`${happened} ${restoreBackup}`)
})

it('where nothing was lost, it says what to do instead', () => {
  expect(told('shared')).toBe(`Another bot uses the database /data/db: its lock file was removed while this bot was running. This bot doesn't save anything anymore. Stop one of the two.`)
  expect(told('index-overwritten')).toBe('Something other than the bot wrote into /data/db-shm while the bot was running, so nothing is saved anymore. Nothing is lost: stop the bot and start it again.')
})

it('says where the log is that belonged to a file that was replaced', () => {
  expect(told('gone', { rescued: { copy: '/data/copy' }, logAside: '/data/log' })).toMatch(/and start it again\. The log of the old file is kept as \/data\/log\.$/u)
})

it.each<[Problem, boolean, string]>([
  ['gone', false, 'It tries again every minute. Stopping the bot before that works destroys the only copy: free some space or make the folder writable first.'],
  ['overwritten', true, 'What was saved since the last backup is lost. Restore a backup with "npm run -s study -- restore FILE".'],
  ['log-gone', false, `It tries again every minute. If you stop it, don't kill it: it moves everything into the database as it stops.`],
  ['log-gone', true, 'It moved everything into the database instead.'],
])('where the files are %s and could not be saved, it says what a stop costs (at the stop: %s)', (problem, isEnd, remedy) => {
  expect(told(problem, { rescued: { failed: 'no space left' }, isEnd })).toMatch(new RegExp(`anymore\\. ${RegExp.escape(`${failed} ${remedy}`)}$`, 'u'))
})

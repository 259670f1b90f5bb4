// Links that don't fit the learners, and people who are hidden or shown otherwise, are found.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ada, monday, someone, worldOf } from './world.ts'

const newFolder = temporaryFolder()
const other = { ...someone('Ada L', 'discord:1'), account: 'discord:u:ada' }

/** Ada answered in one group and hides in the other, and both are linked. */
async function linked(): Promise<string> {
  const file = join(newFolder(), 'ledger')
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  await world.setUp()
  await world.answer(await world.post(), ada, 'b')
  await ledger.people.setHidden(other, true)
  const { code } = await ledger.links.offer(ada, monday)
  await ledger.links.confirm(other, code, monday)
  await ledger.memories.of(ada.id)
  await ledger.close()
  return file
}

function problemsAfter(file: string, sql: string): readonly string[] {
  const db = new Database(file)
  db.exec(sql)
  db.close()
  return verifyLedger(file).problems
}

it.each([
  ['nothing', 'SELECT 1', []],
  ['a link that is missing', 'DELETE FROM links', ['Learner 1 has accounts that aren’t linked: 1, 2.']],
  ['a link that was ended', 'UPDATE links SET ended_at = 1', ['Learner 1 has accounts that aren’t linked: 1, 2.']],
  [
    'an account of another learner', 'INSERT INTO learners DEFAULT VALUES; UPDATE accounts SET learner_id = (SELECT max(id) FROM learners) WHERE id = 2',
    ['Accounts 1 and 2 are linked but belong to two learners.', 'Person 1 is shown or hidden in another way than they and their linked accounts asked for.'],
  ],
  ['somebody who hides and is shown', 'UPDATE people SET hidden = 0 WHERE id = 1', ['Person 1 is shown or hidden in another way than they and their linked accounts asked for.']],
])('%s', async (_, sql, problems) => {
  expect(problemsAfter(await linked(), sql)).toEqual(problems)
})

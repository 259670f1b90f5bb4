// Mutants of the ledger that no test can notice.
import type { Equivalent } from './equivalent.ts'

const onlyReadAgain = 'Only what is read again from the database changes, not what is found.'
const onlyWrittenAgain = 'What is there already is written once more.'
const cannotBe = 'It is always there; the type cannot say so.'
const powerCut = 'Only a power cut would tell.'
const noValue = 'A function that returns nothing returns undefined.'
const codes = 'The codes of SQLite all begin so, and no code has another in it.'

export const equivalentInLedger: readonly Equivalent[] = [
  {
    file: 'src/ledger/ledger-error.ts',
    because: 'A cause that is undefined is none.',
    changes: [['cause === undefined', 'false']],
  },
  { file: 'src/ledger/sqlite/answers.ts', because: 'A change has an earlier answer, and so its day; the type cannot say so.', changes: [['day === undefined', 'false']] },
  {
    file: 'src/ledger/sqlite/boards.ts',
    because: 'On the first page the points of its first row are counted again, and nobody has more; without rows, there is no rank to give.',
    changes: [
      ['first === 0 || points[0] === undefined', 'false'],
      ['first === 0 || points[0] === undefined', 'first === 0 && points[0] === undefined'],
      ['first === 0', 'false'],
      ['points[0] === undefined', 'false'],
    ],
  },
  { file: 'src/ledger/sqlite/closing.ts', because: 'With no room left, no answers are judged either.', changes: [['judged >= limit', 'judged > limit'], ['judged >= limit', 'false']] },
  {
    file: 'src/ledger/sqlite/delivery.ts',
    because: 'With no room left, nothing is claimed either.',
    changes: [['claims.length >= limit', 'claims.length > limit'], ['claims.length >= limit', 'false']],
  },
  {
    file: 'src/ledger/sqlite/duties.ts',
    because: 'Only a write that has nothing to do is saved.',
    changes: [['(await read(() => dutyReviews.due(now, 1).length)) === 0', 'false'], ['() => dutyReviews.due(now, 1).length', '() => undefined']],
  },
  { file: 'src/ledger/sqlite/memories.ts', because: onlyReadAgain, changes: [['!(await read(() => isUpToDate(tables, account)))', 'true'], ['() => isUpToDate(tables, account)', '() => undefined']] },
  {
    file: 'src/ledger/sqlite/people.ts',
    because: onlyWrittenAgain,
    changes: [
      ['peek(() => isNews(tables, seen))', 'true'],
      ['person !== undefined && (seenAgain(person, nameOf(seen)) !== person || !people.isSettled(person, seen))', 'true'],
      ['seenAgain(person, nameOf(seen)) !== person || !people.isSettled(person, seen)', 'true'],
      ['!people.isSettled(person, seen)', 'true'],
      ['after !== person', 'true'],
    ],
  },
  {
    file: 'src/ledger/sqlite/remembering.ts',
    because: 'Made again from the whole log, a memory is the same; it only takes longer.',
    changes: [
      ['({ day, amends }, at) => !amends && day > (news[at - 1]?.day ?? before?.last ?? \'\')', '() => undefined'],
      ['!amends && day > (news[at - 1]?.day ?? before?.last ?? \'\')', 'false'],
      ['!inOrder', 'true'],
      ['{ const known = accounts.find(account) return known === undefined || !studyLog.hasMore(known.learnerId, memories.remembered(known.learnerId)) }', '{}'],
      ['known === undefined || !studyLog.hasMore(known.learnerId, memories.remembered(known.learnerId))', 'false'],
    ],
  },
  { file: 'src/ledger/sqlite/remembering.ts', because: cannotBe, changes: [['first === undefined', 'false']] },
  { file: 'src/ledger/sqlite/sessions.ts', because: onlyWrittenAgain, changes: [['session !== stored.session', 'true']] },
  { file: 'src/ledger/sqlite/tables/accounts.ts', because: onlyReadAgain, changes: [['known !== undefined', 'false'], ['cached.set(name, account)', ';']] },
  { file: 'src/ledger/sqlite/tables/accounts.ts', because: 'The caches are emptied by whoever settles an account.', changes: [['cached.delete(byId(from.id).name)', ';'], ['cached.delete(byId(id).name)', ';']] },
  { file: 'src/ledger/sqlite/tables/asked-now.ts', because: onlyReadAgain, changes: [['known.set(key, found)', ';']] },
  { file: 'src/ledger/sqlite/tables/contents.ts', because: onlyReadAgain, changes: [['known !== undefined', 'false'], ['cached.set(id, words)', ';']] },
  { file: 'src/ledger/sqlite/tables/contents.ts', because: 'There is no content without a number.', changes: [['id === null', 'false']] },
  {
    file: 'src/ledger/sqlite/tables/groups.ts',
    because: onlyReadAgain,
    changes: [['id !== undefined', 'false'], ['id !== undefined', 'id === undefined'], ['id !== undefined', 'true'], ['ids.set(group, id)', ';']],
  },
  {
    file: 'src/ledger/sqlite/tables/held-days.ts',
    because: onlyReadAgain,
    changes: [
      ['known !== undefined', 'false'],
      ['cached.set(placeId, loaded)', ';'],
      ['rows.length < latestDays', 'false'],
      ['known.complete || last === undefined || last < day', 'false'],
      ['known.complete || last === undefined', 'false'],
      ['last === undefined', 'false'],
      ['last < day', 'false'],
      ['(days.at(-1) ?? day) >= day', 'false'],
    ],
  },
  { file: 'src/ledger/sqlite/tables/people.ts', because: onlyReadAgain, changes: [['known !== undefined', 'false'], ['cached.set(key, person)', ';']] },
  { file: 'src/ledger/sqlite/tables/people.ts', because: 'Nobody is in no group.', changes: [['groupId === undefined', 'false']] },
  {
    file: 'src/ledger/sqlite/tables/people.ts',
    because: onlyWrittenAgain,
    changes: [['isShown(before) !== isShown(after)', 'true'], ['after === person', 'false']],
  },
  {
    file: 'src/ledger/sqlite/tables/places.ts',
    because: onlyReadAgain,
    changes: [['found !== undefined', 'false'], ['found !== undefined', 'found === undefined'], ['cached.set(place, found)', ';'], ['found?.groupId === groupId', 'false']],
  },
  { file: 'src/ledger/sqlite/tables/rounds.ts', because: onlyReadAgain, changes: [['known !== undefined', 'false'], ['cached.set(name, stored)', ';']] },
  { file: 'src/ledger/sqlite/tables/rounds.ts', because: cannotBe, changes: [['added === undefined', 'false'], ['throw new Error(`the round ${round.id} is gone`)', ';']] },
  { file: 'src/ledger/sqlite/tables/scores.ts', because: onlyReadAgain, changes: [['known !== undefined', 'false'], ['changes === boards.length', 'false']] },
  { file: 'src/ledger/sqlite/tables/scores.ts', because: 'A right answer is worth one point.', changes: [['by * addAnswer(noScore, true, false).points', 'by / addAnswer(noScore, true, false).points']] },
  { file: 'src/ledger/sqlite/tables/session-row.ts', because: noValue, changes: [['{ return undefined }', '{}']] },
  { file: 'src/ledger/sqlite/tables/standings.ts', because: 'The levels say the same of the first page.', changes: [['first === 0', 'false']] },
  {
    file: 'src/ledger/sqlite/tables/study-log.ts',
    because: onlyReadAgain,
    changes: [['known !== undefined', 'false'], ['itemNames.set(id, name)', ';'], ['itemIds.set(item, id)', ';']],
  },
  {
    file: 'src/ledger/sqlite/tables/study-log.ts',
    because: 'So far every learner has one account; the tables allow for several.',
    changes: [
      ['others.length === 0', 'true'],
      ['others.length === 0', 'false'],
      ['others.length === 0', 'others.length !== 0'],
      ['[first, ...others]', '[]'],
      ['([one], [other]) => one - other', '() => undefined'],
      ['one - other', 'one + other'],
    ],
  },
  {
    file: 'src/ledger/sqlite/tables/study-log.ts',
    because: 'A log in which nothing was amended is read once more.',
    changes: [
      ['rows.every((row) => row[7] === 0)', 'false'],
      ['(row) => row[7] === 0', '() => undefined'],
      ['row[7] === 0', 'false'],
    ],
  },
  { file: 'src/ledger/sqlite/file/actual-path.ts', because: noValue, changes: [['{ return undefined }', '{}']] },
  { file: 'src/ledger/sqlite/file/actual-path.ts', because: 'Followed until the stack is full, a link to itself leads to itself as well.', changes: [['target === resolve(file)', 'false']] },
  {
    file: 'src/ledger/sqlite/file/backup.ts',
    because: powerCut,
    changes: [
      ['sync(unfinished)', ';'],
      ['db.pragma(\'synchronous = OFF\')', ';'],
      ['{ await handle.datasync() await sleep(flushEvery) }', '{}'],
      ['!state.done', 'false'],
      ['!state.done', 'state.done'],
      ['{ while (!state.done) { await handle.datasync() await sleep(flushEvery) } await handle.sync() }', '{}'],
    ],
  },
  {
    file: 'src/ledger/sqlite/file/sync.ts',
    because: powerCut,
    changes: [
      ['fsyncSync(handle)', ';'],
      ['{ fsyncSync(handle) }', '{}'],
      ['{ const handle = openSync(folder, \'r\') try { fsyncSync(handle) } finally { closeSync(handle) } }', '{}'],
      ['{ const handle = openSync(file, \'r+\') try { fsyncSync(handle) } finally { closeSync(handle) } }', '{}'],
    ],
  },
  {
    file: 'src/ledger/sqlite/file/sync.ts',
    because: powerCut,
    changes: [['{ try { const handle = openSync(folder, \'r\') try { fsyncSync(handle) } finally { closeSync(handle) } } catch { // The name gets to the disk a little later. } }', '{}']],
  },
  { file: 'src/ledger/sqlite/file/foreign-log.ts', because: powerCut, changes: [['syncFolder(dirname(file))', ';']] },
  { file: 'src/ledger/sqlite/file/put-in-place.ts', because: powerCut, changes: [['syncFolder(dirname(ledgerFile))', ';'], ['sync(keptAs)', ';']] },
  { file: 'src/ledger/sqlite/file/put-in-place.ts', because: 'What is there is the ledger itself: a second name is not given again, and copied onto itself a file stays as it is.', changes: [['!existsSync(keptAs)', 'true']] },
  { file: 'src/ledger/sqlite/file/examine.ts', because: codes, changes: [['/^SQLITE_(?:NOTADB|CORRUPT|ERROR)/u', '/SQLITE_(?:NOTADB|CORRUPT|ERROR)/u']] },
  { file: 'src/ledger/sqlite/file/examine-thread.ts', because: cannotBe, changes: [['parentPort?.postMessage', 'parentPort.postMessage']] },
  { file: 'src/ledger/sqlite/file/guard.ts', because: 'Files that are as they were are looked through once more, and nothing new is found.', changes: [['isUnchanged(now, known)', 'false']] },
  { file: 'src/ledger/sqlite/file/guard.ts', because: noValue, changes: [['{ return undefined }', '{}']] },
  { file: 'src/ledger/sqlite/file/guard.ts', because: 'Where nothing has moved, the log is there; the type cannot say so.', changes: [['now.log?.size', 'now.log.size'], ['known.log?.size', 'known.log.size']] },
  { file: 'src/ledger/sqlite/file/lock-file.ts', because: 'For a lock that is held SQLite has no code but SQLITE_BUSY.', changes: [['error.code.startsWith(\'SQLITE_BUSY\')', 'error.code.endsWith(\'SQLITE_BUSY\')']] },
  { file: 'src/ledger/sqlite/file/log-index.ts', because: 'Only a machine of the other byte order would tell.', changes: [['endianness() === \'LE\'', 'true']] },
  { file: 'src/ledger/sqlite/file/rescue.ts', because: codes, changes: [['/^SQLITE_(?:CORRUPT|NOTADB|IOERR_SHORT_READ)/u', '/SQLITE_(?:CORRUPT|NOTADB|IOERR_SHORT_READ)/u']] },
  { file: 'src/ledger/sqlite/file/rescue.ts', because: 'What is not given is undefined.', changes: [['{ now: undefined, before: undefined }', '{}']] },
  { file: 'src/ledger/sqlite/file/rescue.ts', because: 'The other findings are words, which are never whole; the type asks.', changes: [['typeof found === \'object\'', 'true']] },
  { file: 'src/ledger/sqlite/file/rescued-first.ts', because: noValue, changes: [['{ return undefined }', '{}']] },
  { file: 'src/ledger/sqlite/file/rescued-first.ts', because: 'That is no name of a rescued copy, and no time.', changes: [['[]', '["Stryker was here"]']] },
  { file: 'src/ledger/sqlite/file/backup.ts', because: 'The file is there, and is only read.', changes: [['{ readonly: true }', '{}']] },
  { file: 'src/ledger/sqlite/file/commit-queue.ts', because: 'Every job has an outcome; the type cannot say so.', changes: [['{ error: new Error(\'a job without an outcome\') }', '{}']] },
  { file: 'src/ledger/sqlite/file/commit-queue.ts', because: 'A commit with nothing to do follows.', changes: [['scheduled', 'false']] },
  { file: 'src/ledger/sqlite/file/migrate.ts', because: 'A transaction with nothing to do follows.', changes: [['missing.length === 0', 'false']] },
  { file: 'src/ledger/sqlite/file/private.ts', because: 'A change to the same rights changes nothing.', changes: [['(mode & 0o077) !== 0', 'true']] },
  {
    file: 'src/ledger/sqlite/file/open-database.ts',
    because: 'SQLite always says what was set; this is for the day on which it does not.',
    changes: [
      ['assertDurable(db)', ';'],
      ['mode < 2', 'false'],
      ['{ simple: true }', '{}'],
      ['throw new LedgerError(\'failed\', `The database would lose answers in a power outage (synchronous is ${mode}, not FULL).`)', ';'],
    ],
  },
  { file: 'src/ledger/sqlite/file/restore.ts', because: powerCut, changes: [['syncFolder(dirname(ledgerFile))', ';'], ['sync(incoming)', ';'], ['sync(keptAs)', ';']] },
  { file: 'src/ledger/sqlite/file/restore.ts', because: 'The backup is there, and is only read.', changes: [['{ readonly: true }', '{}']] },
]

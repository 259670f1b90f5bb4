// Ten thousand workspaces and a million people on one PostgreSQL database: the ledger alone, then the bot that serves them. How fast
// platforms let questions through is `bench morning`.
import pg from 'pg'
import { openCourse } from '../../src/course/open.ts'
import { questionBank } from '../../src/course/question-bank.ts'
import { openPostgresLedger } from '../../src/ledger/postgres/postgres-ledger.ts'
import { newDatabase } from '../ledger/postgres-server.ts'
import { serverCpu } from './answers/server-cpu.ts'
import { courseCache } from './course-cache.ts'
import { rounded, type Figure, type Size } from './figure.ts'
import { install, startAndAsk } from './million/bot.ts'
import { fill, sizeOf, type Filled } from './million/fill.ts'
import { answersOfMany, boardsAndProgress, claimAll } from './million/ledger.ts'
import { disagreements } from './million/sums.ts'
import { townOf, type Town } from './million/town.ts'

const sharesOf = { whole: 1, brief: 0.001 }

/** @param share of the groups and the people; a brief one is a thousandth */
export async function townOfAMillion(size: Size = 'whole', _seeds?: string, share = sharesOf[size]): Promise<readonly Figure[]> {
  const town = townOf(size === 'brief' ? sharesOf.brief : share)
  const database = await newDatabase({ fsync: true })
  const dueAt = Math.floor(Date.now() / 60_000) * 60_000
  const day = new Date(dueAt).toISOString().slice(0, 10)
  const whole = questionBank(await openCourse('data/aws-shared-responsibility', courseCache))
  const bank = { ...whole, questions: whole.questions.filter(({ id }) => whole.contents.get(id)?.key.length === 1) }
  const ledger = await openPostgresLedger(database.url, { shared: true })
  // As whoever runs the server: what fills the tables goes past their triggers.
  const administrator = Object.assign(new URL(database.url), { username: 'postgres' }).href
  const client = new pg.Client(administrator)
  await client.connect()
  try {
    const filled = await fill(client, town, bank, dueAt)
    const bytes = await sizeOf(client)
    const at = { ledger, client, town, url: database.url, serverCpu: await serverCpu(client) }
    const figures = [filledFigure(town, filled, bytes), ...(await boardsAndProgress(at, day)), ...(await claimAll(at, bank, dueAt)), ...(await answersOfMany(at, dueAt + 1000))]
    figures.push(sumsFigure(await timed(() => disagreements(client))))
    await install(client, town, dueAt)
    return [...figures, ...(await startAndAsk(database.url, town))]
  } finally {
    await ledger.close()
    await client.end()
    await database.drop()
  }
}

function filledFigure({ groups, places, people }: Town, { seconds, answers, megabytes }: Filled, bytes: number): Figure {
  const count = (number: number) => number.toLocaleString('en')
  return {
    what: `(t) ${count(groups)} groups, ${count(places)} channels, ${count(people)} people, ${count(answers)} answers, filled in ${rounded(seconds, 0)} s`,
    value: `${rounded(bytes / 1024 ** 2, 0)} MB; ${rounded(megabytes, 0)} MB for a million answers with their scores`,
    floor: '',
    ratio: null,
    goal: 'none',
    reached: true,
  }
}

const sumsFigure = ({ value, seconds }: { readonly value: readonly string[]; readonly seconds: number }): Figure => ({
  what: '(t) sums of boards, ranks, votes, and the log, against the answers',
  value: `${value.length === 0 ? 'agree' : value.join('; ')}, in ${rounded(seconds, 1)} s`,
  floor: '',
  ratio: null,
  goal: 'agree',
  reached: value.length === 0,
})

async function timed<Value>(work: () => Promise<Value>): Promise<{ readonly value: Value; readonly seconds: number }> {
  const began = performance.now()
  return { value: await work(), seconds: (performance.now() - began) / 1000 }
}

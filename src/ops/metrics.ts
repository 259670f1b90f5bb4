// What /metrics says, for Prometheus: https://prometheus.io/docs/practices/naming. Never with a workspace, a channel or a person as a
// label. Loaded only where there is a health port.
import { readFileSync } from 'node:fs'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { LedgerMeasures, Measures, PlatformMeasures, RoundMeasures, WhyNotPosted } from '../core/measures.ts'
import type { Instant } from '../core/time.ts'
import type { Overview } from '../ledger/upkeep.ts'
import { bounded } from './bounded.ts'

/** What is looked at when somebody asks. */
export type Watched = {
  readonly overview: (now: Instant) => Promise<Overview>
  /** The ids of those that are taught. */
  readonly courses: () => readonly string[]
  /** By name of each configured platform: whether it is connected and allowed to do its work. */
  readonly platforms: () => Readonly<Record<string, boolean>>
  /** Of several processes, the one that does what is due. */
  readonly onDuty: () => boolean
  readonly now: () => Instant
}

export type Metrics = {
  readonly measures: Measures
  readonly contentType: string
  /** In Prometheus' text format. Never fails: what can't be looked at now is as it was. */
  readonly text: (watched: Watched) => Promise<string>
}

/** In seconds. */
const buckets = {
  delay: [1, 5, 15, 60, 300, 900, 3_600, 21_600],
  acknowledgement: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
  request: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  wait: [1, 5, 15, 30, 60, 300, 900],
  commit: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
}
const jobs = [1, 2, 5, 10, 25, 50, 100, 250, 512]

/** Gauges of prom-client with the ending of a counter, about which promtool complains. */
const misnamed = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total']

/** `platforms`: those that are configured. `backups`: the bot makes some. */
type Configured = { readonly platforms: readonly string[]; readonly backups: boolean }

export function createMetrics({ platforms, backups }: Configured): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  for (const name of misnamed) registry.removeSingleMetric(name)
  const backup = backups ? new Gauge({ name: 'studyhall_backup_last_success_timestamp_seconds', help: 'When the newest backup was made.', registers }) : undefined
  const look = lookedAt(registers)
  return {
    measures: {
      rounds: roundMeasures(registers, platforms),
      ledger: ledgerMeasures(registers),
      platform: platformMeasures(registers),
      answered: answerMeasure(registers),
      backedUp: (at) => backup?.set(at / 1_000),
    },
    contentType: registry.contentType,
    text: async (watched) => {
      await look(watched).catch(() => undefined)
      return registry.metrics()
    },
  }
}

const outcomes = {
  posted: ['none'],
  skipped: ['manager', 'posted_before'],
  missed: ['too_late'],
  failed: ['too_late', 'unclear', 'refused', 'channel_lost', 'no_question'],
} as const satisfies Record<string, readonly (WhyNotPosted | 'none')[]>

type Registers = readonly Registry[]

/** As the ids of its groups begin. */
const platformOf = (id: string): string => id.slice(0, Math.max(id.indexOf(':'), 0)) || 'other'

function roundMeasures(given: Registers, platforms: readonly string[]): RoundMeasures {
  const registers = [...given]
  const due = new Counter({ name: 'studyhall_rounds_due_total', help: 'Questions that came due, or that a manager asked for.', labelNames: ['platform'], registers })
  const rounds = new Counter({ name: 'studyhall_rounds_total', help: 'What became of them; reason says why one was not posted.', labelNames: ['platform', 'outcome', 'reason'], registers })
  const delay = new Histogram({ name: 'studyhall_round_delay_seconds', help: 'From when a question was due until it was posted.', labelNames: ['platform'], buckets: buckets.delay, registers })
  // From zero on, since the first that fails is an increase.
  for (const platform of platforms) for (const [outcome, reasons] of Object.entries(outcomes)) for (const reason of reasons) rounds.inc({ platform, outcome, reason }, 0)
  return {
    due: ({ group }) => due.inc({ platform: platformOf(group) }),
    posted: ({ group, dueAt }, at) => {
      const platform = platformOf(group)
      rounds.inc({ platform, outcome: 'posted', reason: 'none' })
      delay.observe({ platform }, Math.max(at - dueAt, 0) / 1_000)
    },
    notPosted: ({ group }, outcome, reason) => rounds.inc({ platform: platformOf(group), outcome, reason }),
  }
}

function ledgerMeasures(given: Registers): LedgerMeasures {
  const registers = [...given]
  const batch = new Histogram({ name: 'studyhall_ledger_batch_jobs', help: 'What was committed together.', buckets: jobs, registers })
  const commit = new Histogram({ name: 'studyhall_ledger_commit_seconds', help: 'How long a commit took, with the wait for the disk.', buckets: buckets.commit, registers })
  const queue = new Gauge({ name: 'studyhall_ledger_queue_jobs', help: 'What waited for the next commit when the latest one was done.', registers })
  const last = new Gauge({ name: 'studyhall_ledger_last_commit_timestamp_seconds', help: 'When something was last saved; a running bot saves something each minute.', registers })
  return {
    committed: (count, duration, left) => {
      batch.observe(count)
      commit.observe(duration / 1_000)
      queue.set(left)
      last.set(Date.now() / 1_000)
    },
  }
}

function platformMeasures(given: Registers): Measures['platform'] {
  const registers = [...given]
  const requests = new Counter({ name: 'studyhall_platform_requests_total', help: 'Requests to a platform by what it answered.', labelNames: ['platform', 'method', 'code'], registers })
  const durations = new Histogram({ name: 'studyhall_platform_request_seconds', help: 'How long a platform took to answer.', labelNames: ['platform'], buckets: buckets.request, registers })
  const waits = new Histogram({ name: 'studyhall_platform_retry_after_seconds', help: 'How long a platform asked the bot to wait.', labelNames: ['platform'], buckets: buckets.wait, registers })
  const acknowledgements = new Histogram({ name: 'studyhall_acknowledgement_seconds', help: 'From when somebody’s press, command, or form arrived until it was acknowledged.', labelNames: ['platform', 'kind'], buckets: buckets.acknowledgement, registers })
  return (platform): PlatformMeasures => {
    // Known from the start, so that a dashboard shows none instead of nothing.
    waits.zero({ platform })
    const [methodOf, codeOf] = [bounded(), bounded()]
    const counted = new Map<string, Counter.Internal>()
    const duration = durations.labels({ platform })
    const wait = waits.labels({ platform })
    const acknowledged = { press: acknowledgements.labels({ platform, kind: 'press' }), command: acknowledgements.labels({ platform, kind: 'command' }), form: acknowledgements.labels({ platform, kind: 'form' }) }
    const counterOf = (method: string, code: string): Counter.Internal => {
      const key = `${method} ${code}`
      const known = counted.get(key)
      if (known !== undefined) return known
      const made = requests.labels({ platform, method, code })
      counted.set(key, made)
      return made
    }
    return {
      requested: (method, code, took) => {
        counterOf(methodOf(method), codeOf(code)).inc()
        duration.observe(took / 1_000)
      },
      toWait: (milliseconds) => wait.observe(milliseconds / 1_000),
      acknowledged: (kind, took) => acknowledged[kind].observe(took / 1_000),
    }
  }
}

function answerMeasure(given: Registers): Measures['answered'] {
  const answers = new Counter({ name: 'studyhall_answers_total', help: 'Answers to questions in channels; waits: judged when the question closes.', labelNames: ['platform', 'verdict'], registers: [...given] })
  const counted = new Map<string, Counter.Internal>()
  return (group, verdict) => {
    const name = verdict.kind === 'counted' ? (verdict.right === null ? 'waits' : verdict.right ? 'right' : 'wrong') : verdict.kind.replaceAll('-', '_')
    const platform = platformOf(group)
    const key = `${platform} ${name}`
    const known = counted.get(key) ?? answers.labels({ platform, verdict: name })
    counted.set(key, known)
    known.inc()
  }
}

function lookedAt(given: Registers): (watched: Watched) => Promise<void> {
  const registers = [...given]
  const oldest = new Gauge({ name: 'studyhall_oldest_due_seconds', help: 'How long the oldest question that is not out has been due; 0 if all are out.', registers })
  const quizzes = new Gauge({ name: 'studyhall_quizzes', help: 'Daily questions of channels; stopped: the bot lost the channel.', labelNames: ['state'], registers })
  const connected = new Gauge({ name: 'studyhall_platform_connected', help: '1 while the bot is connected to a platform and allowed to do its work, 0 if not.', labelNames: ['platform'], registers })
  const duty = new Gauge({ name: 'studyhall_on_duty', help: '1 in the process that posts and closes what is due, 0 in the others.', registers })
  const build = new Gauge({ name: 'studyhall_build_info', help: 'The version of the bot, and a course that it teaches.', labelNames: ['version', 'course'], registers })
  return async ({ overview, courses, platforms, onDuty, now }) => {
    duty.set(onDuty() ? 1 : 0)
    build.reset()
    for (const course of courses()) build.set({ version, course }, 1)
    for (const [platform, isConnected] of Object.entries(platforms())) connected.set({ platform }, isConnected ? 1 : 0)
    const { oldestDue, quizzes: counts } = await overview(now())
    oldest.set(oldestDue === null ? 0 : Math.max(now() - oldestDue, 0) / 1_000)
    for (const [state, count] of Object.entries(counts)) quizzes.set({ state }, count)
  }
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string }

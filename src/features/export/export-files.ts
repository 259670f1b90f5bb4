// The two files of an export: everything as JSON, as data/schemas/export.json describes it, and the answers as a table.
import type { Instant } from '../../core/time.ts'
import type { Dossier, InGroup } from '../../ledger/exporting.ts'
import { csv } from '../../core/csv.ts'

/** Rises when a program that read an earlier export can't read this one. */
export const exportVersion = 2

const moment = (at: Instant): string => new Date(at).toISOString()
const momentOrNull = (at: Instant | null): string | null => (at === null ? null : moment(at))

export function exportJson({ groups, studied, setAside, ticks, sessions, reminders, reports, links, linkCodes, wrongCodes, ...others }: Dossier, at: Instant): string {
  const exported = {
    version: exportVersion,
    exportedAt: moment(at),
    ...others,
    groups: groups.map(inGroup),
    studied: studied.map((entry) => ({ ...entry, at: moment(entry.at) })),
    setAside: setAside.map((entry) => ({ ...entry, at: moment(entry.at) })),
    ticks: ticks.map((entry) => ({ ...entry, at: moment(entry.at) })),
    sessions: sessions.map((session) => ({
      ...session,
      startedAt: moment(session.startedAt),
      endsAt: momentOrNull(session.endsAt),
      endedAt: momentOrNull(session.endedAt),
      answers: session.answers.map((answer) => ({ ...answer, at: moment(answer.at) })),
    })),
    reports: reports.map((report) => ({ ...report, at: moment(report.at) })),
    reminders: reminders.map((reminder) => ({ ...reminder, nextAt: moment(reminder.nextAt) })),
    links: links.map((link) => ({ ...link, at: moment(link.at), endedAt: momentOrNull(link.endedAt) })),
    linkCodes: linkCodes.map((code) => ({ ...code, endsAt: moment(code.endsAt), usedAt: momentOrNull(code.usedAt) })),
    wrongCodes: wrongCodes.map((code) => ({ ...code, at: moment(code.at) })),
  }
  return `${JSON.stringify(exported, undefined, 1)}\n`
}

function inGroup({ away, daysOff, corrections, undoneCorrections, shareCodes, closeReminders, questions, decks, channels, answers, ...group }: InGroup) {
  return {
    ...group,
    away: away.map((each) => ({ ...each, at: moment(each.at) })),
    daysOff: daysOff.map((each) => ({ ...each, at: moment(each.at) })),
    corrections: corrections.map((each) => ({ ...each, at: moment(each.at), undoneAt: momentOrNull(each.undoneAt) })),
    undoneCorrections: undoneCorrections.map((each) => ({ ...each, at: moment(each.at) })),
    shareCodes: shareCodes.map((each) => ({ ...each, endsAt: moment(each.endsAt) })),
    questions: questions.map((question) => ({ ...question, at: moment(question.at) })),
    decks: decks.map((deck) => ({ ...deck, at: moment(deck.at) })),
    closeReminders: closeReminders.map((reminder) => ({ ...reminder, nextAt: momentOrNull(reminder.nextAt) })),
    channels: channels.map((channel) => ({ ...channel, lastAnswerAt: moment(channel.lastAnswerAt) })),
    answers: answers.map((answer) => ({ ...answer, at: moment(answer.at) })),
  }
}

const columns = ['answered at', 'study day', 'group', 'channel', 'question', 'text', 'chosen', 'right', 'points']

/** The answers to channels' questions, the first one first. */
export function answersCsv({ groups }: Pick<Dossier, 'groups'>): string {
  const all = groups.flatMap(({ group, answers }) => answers.map((answer) => ({ group, ...answer }))).toSorted((one, other) => one.at - other.at)
  return csv(columns, all.map(({ at, day, group, channel, question, text, chosen, right, points }) => [
    moment(at), day, group, channel, question, text, chosen.map(({ option, text: words }) => words ?? option).join('; '), right === null ? null : right ? 'yes' : 'no', points,
  ]))
}

/** `2026-11-30`, for the names of files. */
export const dateOf = (at: Instant): string => moment(at).slice(0, 10)

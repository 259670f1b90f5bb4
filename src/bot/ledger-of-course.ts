// The ledger as what somebody asks about one course sees it: what they learned of it, and their sessions in it, and nothing of any other.
import { courseOfItem, firstCourse, type CourseNumber } from '../core/course-number.ts'
import type { AccountId } from '../core/quiz.ts'
import { itemId, readItem, type ItemId } from '../core/study-item.ts'
import { isTeamQuestion } from '../core/team-question.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Memories } from '../ledger/memories.ts'
import type { Sessions } from '../ledger/sessions.ts'

export function ledgerOfCourse(ledger: Ledger, course: CourseNumber): Ledger {
  const { sessions, memories, boards, teamQuestions, teamDecks } = ledger
  const isOf = isIn(course)
  return {
    ...ledger,
    sessions: sessionsOf(sessions, course),
    memories: memoriesOf(memories, course, async (account) => new Set([
      ...(await teamQuestions.around(account, '', null)).filter((each) => !isOf(each)).map(({ id }) => itemId('question', id)),
      ...(await teamDecks.around(account, '', null)).filter((each) => !isOf(each)).flatMap(({ cards }) => cards.map(({ id }) => itemId('card', id))),
    ])),
    boards: { ...boards, board: (query) => boards.board({ course, ...query }) },
    teamQuestions: { ...teamQuestions, around: async (account, group, place) => (await teamQuestions.around(account, group, place)).filter(isOf) },
    teamDecks: { ...teamDecks, around: async (account, group, place) => (await teamDecks.around(account, group, place)).filter(isOf) },
    close: () => ledger.close(),
  }
}

const isIn = (course: CourseNumber) => (each: { readonly course?: CourseNumber }): boolean => (each.course ?? firstCourse) === course

function sessionsOf(sessions: Sessions, course: CourseNumber): Sessions {
  const isOf = isIn(course)
  const find: Sessions['find'] = async (account, id) => {
    const found = await sessions.find(account, id)
    return found !== undefined && isOf(found) ? found : undefined
  }
  return {
    ...sessions,
    start: (account, session) => sessions.start(account, { ...session, course }),
    running: (account, kind) => sessions.running(account, kind, course),
    past: (account, kind, limit) => sessions.past(account, kind, limit, course),
    find,
    // A button of a session in another course, which its words say nothing about.
    act: async (account, id, act, at) => ((await find(account, id)) === undefined ? undefined : sessions.act(account, id, act, at)),
  }
}

/**
 * @param ofOthers what the teams of the learner's channels with another course wrote or brought along. What is of no channel where they are
 * known is of the one where they ask.
 */
function memoriesOf(memories: Memories, course: CourseNumber, ofOthers: (account: AccountId) => Promise<ReadonlySet<ItemId>>): Memories {
  const isTeams = (item: ItemId) => isTeamQuestion(readItem(item).id)
  async function choose(account: AccountId, items: Iterable<ItemId>): Promise<(item: ItemId) => boolean> {
    const others = [...items].some(isTeams) ? await ofOthers(account) : new Set<ItemId>()
    return (item) => (isTeams(item) ? !others.has(item) : courseOfItem(item) === course)
  }
  return {
    ...memories,
    of: async (account) => {
      const { memories: all, paused } = await memories.of(account)
      const isOf = await choose(account, [...all.keys(), ...paused])
      return { memories: new Map([...all].filter(([item]) => isOf(item))), paused: new Set([...paused].filter(isOf)) }
    },
    log: async (account, from) => {
      const all = await memories.log(account, from)
      const isOf = await choose(account, all.map(({ item }) => item))
      return all.filter(({ item }) => isOf(item))
    },
  }
}

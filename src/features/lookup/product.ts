// Questions that are not about the course but about the bot itself: “how am I doing”, “flashcards”, “leaderboard”.
import { fold, foldedWords } from '../../commands/fold.ts'
import type { Command } from '../../commands/command.ts'
import type { Commands } from '../../commands/commands.ts'
import { stem } from '../../course/lookup/words.ts'
import { runControl } from '../../screens/control.ts'
import { aboutTheBot, ofOneself, type Ask } from './own-asks.ts'
import type { Place } from './places.ts'

/** What people ask of the one who asks the questions, by the command line that answers it. A line whose command doesn’t exist is left out. */
const asks: readonly Ask[] = [
  [/\b(?:how|what) (?:am|have|did) i\b|\b(?:am|will) i (?:ready|pass|doing|done|getting better)\b|\bam i (?:on track|good enough)\b|\bwho am i\b|\bmy (?:\w+ )?(?:score|point|points|streak|level|progress|results?|mistakes?|weak\w*|statistics)\b|\bhow (?:well|good|ready|far) am i\b/u, 'me'],
  [/\bwho (?:is|are)? ?(?:winning|leading|best|first|ahead)\b|\bhigh ?scores?\b/u, 'board'],
  [/\b(?:mock|practice|full|timed|sample) (?:exam|test)s?\b/u, 'exam'],
  [/\b(?:what (?:should|do|can) i (?:study|do|learn) (?:next|now|today)|what s? ?next|whats next)\b/u, 'me'],
  [/\bwhen (?:is|comes|does) the next question\b|\bnext question\b/u, 'status'],
  [/\bremind(?:er|ers| me)?\b|\bdue (?:cards|items|questions|reviews?)\b|\bspaced repetition\b/u, 'review'],
  [/\bpass the (?:exam|test)\b|\bexam (?:advice|strategy)\b/u, 'exam'],
  [/\bpass the (?:exam|test)\b|\bexam (?:advice|strategy)\b/u, 'tip trap'],
  [/\bmnemonics?\b|\bmemory (?:aid|hook)s?\b/u, 'tip memory-aid'],
  [/^(?:all |the |comparison )*(?:comparison|table)s?$/u, 'compare'],
  [/^(?:all |the |security )*controls?$/u, 'drill'],
  [/\bwhat can (?:you|this|the bot) do\b|\bhow does (?:this|the bot) work\b|\bcommands\b/u, 'help'],
]

/** More would be a menu. */
const most = 3

/** `nothing`: the course doesn't say anything about it. `duty`: it says whose duty something is, which may be meant or not. */
export type InCourse = 'nothing' | 'duty' | 'more'

/** Commands that answer it, the best first. Where the course says nothing, also those whose descriptions hold all that was asked. */
export function commandsFor({ list, find }: Commands, asked: string, inCourse: InCourse): readonly Place[] {
  const loosely = inCourse === 'nothing'
  const patterns = [...(inCourse === 'more' ? [] : ofOneself), ...(loosely ? aboutTheBot : []), ...asks]
  const wanted = fold(asked)
  const words = foldedWords(wanted).filter((word) => !fillers.has(word))
  const byName = list.flatMap((command) => namesOf(command).filter((name) => words.join('') === foldedWords(fold(name)).join('')).map((name) => ({ command, line: name })))
  const asking = patterns.flatMap(([pattern, line]) => {
    const command = pattern.test(wanted) ? find(line.split(' ')[0] ?? '') : undefined
    return command === undefined ? [] : [{ command, line }]
  })
  const holding = loosely && words.length > 0 ? list.filter((command) => command.for === 'everyone' && words.every((word) => wordsOf(command).some((own) => stem(own) === stem(word)))) : []
  const all = [byName, asking, holding.map((command) => ({ command, line: command.name }))].flat().filter(({ command }) => command.role !== 'free-text')
  const first = [...new Map(all.toReversed().map((each) => [each.command.name, each] as const)).values()].toReversed().slice(0, most)
  return first.map(({ command, line }) => ({ kind: 'command', label: `/study ${line}`, control: runControl.text({ line }), about: command.summary }))
}

const fillers: ReadonlySet<string> = new Set('a an the my show me open go to please i want need is are what where how do can of on for some'.split(' '))

const namesOf = ({ name, aliases = [] }: Command): readonly string[] => [name, ...aliases]

const wordsOf = (command: Command): readonly string[] => foldedWords(fold([...namesOf(command), command.summary, ...command.options.map(({ summary }) => summary)].join(' ')))

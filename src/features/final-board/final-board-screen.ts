// What managers see of final boards: whether they are posted, and when the next one comes.
import { finalChoices, type Ending, type FinalChoice } from '../../core/final-board.ts'
import type { Instant, Zone } from '../../core/time.ts'
import { runControl } from '../../screens/control.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { command, moment, strong, type Text } from '../../screens/text.ts'
import { waitsForResume } from '../../screens/when-next.ts'
import { endingName } from './final-post.ts'

export type FinalBoardView = {
  readonly choice: FinalChoice
  /** Null if none comes. */
  readonly next: (Ending & { readonly at: Instant; /** Without any, it isn't posted. */ readonly hasPoints: boolean }) | null
  readonly zone: Zone
  readonly paused: boolean
  /** Why the last one is missing. */
  readonly problem: string | null
}

const lines: Readonly<Record<FinalChoice, string>> = { off: 'off', week: 'after each week', season: 'after each season', both: 'after each week and each season' }
const labels: Readonly<Record<FinalChoice, string>> = { off: 'Off', week: 'Week', season: 'Season', both: 'Both' }

export function finalBoardScreen(view: FinalBoardView): Screen {
  const { choice, problem } = view
  const facts = [
    { label: 'Final leaderboard', value: [strong(lines[choice])] },
    ...(choice === 'off' ? [] : [{ label: 'Next one', value: nextLine(view) }]),
    ...(problem === null || choice === 'off' ? [] : [{ label: 'Last time', value: [problem] }]),
  ]
  const blocks: Block[] = [
    { kind: 'facts', facts },
    { kind: 'paragraph', text: ['I post the first three places here, with a picture, an hour before the next question. It pings nobody, and everyone can open their own place privately.'] },
    { kind: 'buttons', buttons: finalChoices.map((each) => ({ label: labels[each], control: runControl.text({ line: `final-board ${each}` }), primary: false, ...(each === choice ? { state: 'current' as const } : {}) })) },
  ]
  return { name: 'final-board', title: 'Final leaderboards', tone: problem === null || choice === 'off' ? 'plain' : 'warning', blocks }
}

function nextLine({ choice, next, zone, paused }: FinalBoardView): Text {
  if (next !== null) return [moment(next.at, zone), `, for ${next.name === null ? `the ${endingName(next)}` : endingName(next)}${next.hasPoints ? '' : ', if anybody has a point by then'}`]
  if (paused && choice !== 'season') return waitsForResume
  return ['none yet. Add a season: ', command('season')]
}

// What a manager reads of rounds that were not posted.
import type { Claim } from '../ledger/delivery.ts'
import { refusal } from '../screens/notice.ts'
import type { Screen } from '../screens/screen.ts'
import { command, moment, type Inline, type Text } from '../screens/text.ts'
import { whenNext } from '../screens/when-next.ts'

export function notHeldScreen(news: readonly Claim[]): Screen {
  const [first] = news
  if (first === undefined || news.length > 1) return severalNotHeld(news)
  const { round, quiz } = first
  return refusal('A daily question wasn’t posted', [
    which(first),
    [round.reason ?? ''],
    [...whenNext(quiz), ' For details, type ', command('status'), ' in the channel.'],
  ])
}

/** Channels with one cause stand together, so that what to do is read once. */
function severalNotHeld(news: readonly Claim[]): Screen {
  const screen = refusal('Daily questions weren’t posted', [])
  const blocks = [...Map.groupBy(news, ({ round }) => round.reason ?? '')].flatMap(([reason, those]): Screen['blocks'] => [
    { kind: 'paragraph', text: [reason] },
    { kind: 'list', items: those.map(which) },
  ])
  const next: Text = ['The bot tries again on the next due date. For details, type ', command('status'), ' in each channel.']
  return { ...screen, blocks: [...blocks, { kind: 'paragraph', text: next }] }
}

const which = ({ round }: Claim): Text => [channel(round.place), ', due ', moment(round.dueAt, round.zone)]

const channel = (id: string): Inline => ({ kind: 'place', id })

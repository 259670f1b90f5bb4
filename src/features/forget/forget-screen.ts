// What somebody is asked before everything about them is deleted, and told after that.
import type { Extent, Known } from '../../ledger/forgetting.ts'
import { runControl } from '../../screens/control.ts'
import { notice } from '../../screens/notice.ts'
import type { Button, Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import { forget } from './face.ts'

const doIt = (label: string, extent: Extent): Button => ({ label, control: forget.controls.forget.text({ extent }), primary: false })
const exportFirst: Button = { label: 'Export it first', control: runControl.text({ line: 'export' }), primary: false }
const keep: Button = { label: 'Keep it', control: forget.controls.keep.text({}), primary: false }

/** `group`: what people call the one in which it is asked; undefined if it has no name. `linked`: the links of the account, in words. `manages`: a daily question of the group. */
export type Asking = { readonly group: string | undefined; readonly manages: boolean; readonly linked: readonly string[] }

export function askScreen({ here, elsewhere }: Pick<Known, 'here' | 'elsewhere'>, { group = 'this group', manages, linked }: Asking): Screen {
  const both = here && elsewhere
  const buttons = both ? [doIt('Delete what’s here', 'here'), doIt('Delete it everywhere', 'everywhere')] : [doIt('Delete everything', 'everywhere')]
  return notice(
    'Delete everything about you?',
    [
      ['Your name, answers, points, streaks, days away, and everything you studied alone will be gone. You can’t undo this.'],
      ...(both ? [[`“Here” is what you did in ${group}. What you studied alone${linked.length > 0 ? ' and the link stay' : ' stays'} until you delete it everywhere.`]] : []),
      ...(linked.length > 0 ? [[`“${both ? 'Everywhere' : 'Everything'}” is what you did in all of your linked accounts: `, linked.join('; '), '. To keep one, unlink it first: ', command('unlink')]] : []),
      ...(manages ? [['You manage a daily question here. You won’t anymore.']] : []),
      ['Closed questions keep their totals, without you. If fewer than five people answered one, it only keeps how many did, so that nobody can tell what you chose. Backups of the bot’s database still have your data until they’re replaced.'],
    ],
    [keep, exportFirst, ...buttons],
  )
}

export const keptScreen = (): Screen => notice('Nothing was deleted', [['Everything stays as it was.']], [{ label: 'My progress', control: runControl.text({ line: 'me' }), primary: false }])

/** @param left in other groups @param linked with another account, which stays as it is */
export function forgottenScreen(left: boolean, linked: boolean): Screen {
  return notice('Your data is gone', [
    [left ? 'The bot no longer knows what you did here.' : 'The bot doesn’t know anything about you anymore.', ' Posts of questions from the past year, weekly recaps, and final leaderboards that show your name are being updated. Replies below them, and older posts, stay as they are.'],
    ...(linked ? [['This account is still linked with another one, so you still see here what you did there. To end that: ', command('unlink')] satisfies Text] : []),
    left ? ['To delete the rest, too: ', command('forget')] : ['If you answer or study again, you start from zero.'],
  ])
}

export const nothingKnown = (): Screen => notice('There’s nothing to delete', [['The bot doesn’t know anything about you.']])

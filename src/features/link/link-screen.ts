// What somebody sees who links accounts, or takes a link apart.
import { showCode } from '../../core/code.ts'
import type { LinkId } from '../../core/link.ts'
import { minute, type Instant, type Zone } from '../../core/time.ts'
import type { CodeFor } from '../../ledger/links.ts'
import { runControl } from '../../screens/control.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { code as typed, command, moment, strong, type Text } from '../../screens/text.ts'
import { linkControls } from './face.ts'

/** Each has a button. */
const mostShown = 4

/** Where a sentence begins with them. Names stay as they are. */
const capital = (words: string): string => words.replace(/^an account /u, 'An account ')

const button = (label: string, line: string): Button => ({ label, control: runControl.text({ line }), primary: false })
const unlinkButton = (label: string, link: LinkId): Button => ({ label, control: linkControls.unlink.text({ link }), primary: false })

export type OwnCode = { readonly code: string; readonly endsAt: Instant; readonly zone: Zone; /** There are links already. */ readonly linked: boolean }

export function codeScreen({ code, endsAt, zone, linked }: OwnCode): Screen {
  const shown = showCode(code)
  const blocks: Block[] = [
    { kind: 'paragraph', text: ['Enter it in your other account:'] },
    { kind: 'facts', facts: [{ label: 'On Slack', value: [typed(`/study link ${shown}`)] }, { label: 'On Discord', value: [typed(`/study-account link ${shown}`)] }] },
    { kind: 'paragraph', text: ['It works once, until ', moment(endsAt, zone, 'time'), '. The person who enters it sees your name. Don’t give it to anybody else: linked accounts see each other’s whole history.'] },
    ...(linked ? [{ kind: 'buttons', buttons: [button('Linked accounts', 'unlink')] } as const] : []),
  ]
  return { name: 'link', title: `Your code: ${shown}`, tone: 'plain', blocks }
}

/** How others will see the two: hidden in both, or, on a leaderboard that both are on, left out or by one name. */
type Seen = Pick<Extract<CodeFor, { readonly kind: 'may-link' }>, 'hides' | 'mixed' | 'shownAs'>

/** @param side whose code it is, in words */
export function askScreen(code: string, side: string, { hides, mixed, shownAs }: Seen): Screen {
  return notice(
    `Link with ${side}?`,
    [
      [strong('Only link if that’s you.'), ' If somebody else gave you this code, cancel: they would see your name, and everything you’ve answered and studied.'],
      [`Linked accounts have one history and one streak.${shownAs === null ? ' Each leaderboard keeps its own points.' : ''}`],
      ...(hides ? [['You’re hidden in one of them, so you’ll be hidden in both.']] : []),
      ...(mixed ? [['Both are on one leaderboard, which shows them in different ways. Once they’re linked, it leaves you out, so nobody can tell that both are you. To stay on it, first choose the same in both: ', command('privacy')] satisfies Text] : []),
      ...(shownAs === null ? [] : [[`Both are on one leaderboard. Once they’re linked, it shows you once, as ${shownAs}, with the points of both, so others can tell that both are you. To avoid that, hide in one of them first: `, command('privacy hide')] satisfies Text]),
      ['You can take it apart again at any time: ', command('unlink')],
    ],
    [{ label: 'Link', control: linkControls.link.text({ code }), primary: true }, { label: 'Cancel', control: linkControls.keep.text({ code }), primary: false }],
  )
}

/** They don't link. @param until when the code works; null: it doesn't any more */
export function notLinked(until: Instant | null, zone: Zone): Screen {
  const works: Text = until === null ? ['The code doesn’t work anymore.'] : ['The code still works until ', moment(until, zone, 'time'), ', unless it’s used before then.']
  return notice('Nothing was linked', [works], [button('My progress', 'me')])
}

/** @param link both sides in words */
export function linkedScreen(id: LinkId, link: string, { hides, mixed, shownAs }: Seen): Screen {
  return notice(
    'Your accounts are linked',
    [
      [`${capital(link)} have one history and one streak now. What you answer or study in one counts in both.`],
      ['Sessions that you’ve started go on in both. Reminders stay where you set them.'],
      ...(hides ? [['You’re hidden in both.']] : []),
      ...(mixed ? [['The leaderboard that both are on leaves you out, because it shows them in different ways. To change that: ', command('privacy')] satisfies Text] : []),
      ...(shownAs === null ? [] : [[`The leaderboard that both are on shows you once, as ${shownAs}, with the points of both.`]]),
      ['The other account gets a message about this.'],
    ],
    [button('My progress', 'me'), unlinkButton('Unlink', id)],
  )
}

export type ShownLink = { readonly id: LinkId; readonly at: Instant; readonly words: string }

/** @param note what was just done */
export function linksScreen(links: readonly ShownLink[], zone: Zone, note: Text = []): Screen {
  const noted: Block[] = note.length === 0 ? [] : [{ kind: 'paragraph', text: note }]
  if (links.length === 0) return { ...notice('You have no linked accounts', [...(note.length === 0 ? [] : [note]), ['To link your Slack and Discord accounts: ', command('link')]]), name: 'links' }
  const several = links.length > 1
  const rows = links.slice(0, mostShown).flatMap(({ id, at, words }, index): Block[] => [
    { kind: 'paragraph', text: [`${several ? `${index + 1}. ` : ''}${capital(words)}, since `, moment(at, zone, 'date')] },
    { kind: 'buttons', buttons: [unlinkButton(several ? `Unlink ${index + 1}` : 'Unlink', id)] },
  ])
  const more = links.length - mostShown
  return {
    name: 'links', title: 'Your linked accounts', tone: 'plain',
    blocks: [
      ...noted,
      ...rows,
      ...(more > 0 ? [{ kind: 'footnote', text: [`${more} more after that.`] } as const] : []),
      { kind: 'footnote', text: ['If you unlink them, each account has its own history and streak again. What you did while they were linked stays where you did it.'] },
    ],
  }
}

/** @param shownAgain somebody was hidden only because of the link */
export function unlinkedScreen(link: string, shownAgain: boolean): Screen {
  return notice('Unlinked', [
    [`${capital(link)} each have their own history and streak again.`],
    ...(shownAgain ? [['Where you were hidden only because of the link, you’re visible again.']] : []),
    ['To link them again: ', command('link')],
  ])
}

/** For whoever gave the code. @param side who used it, in words */
export function toldScreen(id: LinkId, side: string): Screen {
  return notice(
    'Your code was used',
    [[`You’re linked with ${side}: one history, one streak.`], [strong('Wasn’t that you?'), ' Undo it right away. That account can see everything you’ve answered and studied.']],
    [unlinkButton('Undo', id), button('My progress', 'me')],
  )
}

/** The same where it was taken apart before they could be told. */
export function toldEndedScreen(side: string, lasted: number): Screen {
  const minutes = Math.max(1, Math.round(lasted / minute))
  return notice('Your code was used', [
    [`You were linked with ${side} for ${minutes === 1 ? 'about a minute' : `about ${minutes} minutes`}. You aren’t anymore.`],
    ['In that time, that account could see everything you’ve answered and studied.'],
  ])
}

export const noSuchCode = (): Screen => refusal('This code doesn’t work', [['Get a new one in your other account: ', command('link')]])

export const tooManyCodes = (until: Instant, zone: Zone): Screen => refusal('Too many wrong codes', [['Try again at ', moment(until, zone, 'time'), ', with a new code.']])

export const ownCode = (): Screen => refusal('That’s your own code', [['Enter it in your other account. If you have only one account, you don’t need to link anything.']])

/** @param side whose code it is, and @param group where both are, in words; undefined: it has no name */
export function sameGroup(side: string, group: string | undefined): Screen {
  return refusal('These accounts can’t be linked', [[`You and ${side} are both in ${group ?? 'this group'}. Linked, you’d have two places on one leaderboard.`]])
}

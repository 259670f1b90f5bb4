// What managers read before channels share a daily question, while they do, and when they stop; and what everyone reads in the channels.
import { showCode } from '../../core/code.ts'
import type { PlaceId, Quiz } from '../../core/quiz.ts'
import { mostChannels } from '../../core/sharing.ts'
import type { Instant } from '../../core/time.ts'
import { runControl } from '../../screens/control.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, strong, type Inline, type Text } from '../../screens/text.ts'
import { whenNext } from '../../screens/when-next.ts'
import { share } from './face.ts'

/** A channel with what people of another one call it. */
export type Named = { readonly place: PlaceId; readonly name: Text }

/** Each has a button, and a phone shows about this many. */
export const mostOffered = 4

const how: Text = ['Several channels can have the same daily question, at the same time. Everyone answers it once, in any of them, and there’s one leaderboard and one result.']
const names: Text = ['Names on the leaderboard and of people who were right show in all of these channels. People who hide or use an alias stay that way.']
const button = (label: string, control: string, primary = false): Button => ({ label, control, primary })
const keep = (label: string) => button(label, share.controls.keepSharing.text({}))

/** @param others that the asker manages, and that could join @param note what was just done */
export function aloneScreen(others: readonly Named[], mayManage: boolean, note: Text = []): Screen {
  const noted = note.length === 0 ? [] : [note]
  if (!mayManage) return notice('This channel has its own question', [...noted, how, ['A manager can share it: ', command('share')]])
  const rows: readonly Block[] = others.length === 0 ? [] : [
    { kind: 'paragraph', text: ['Your other channels here:'] },
    { kind: 'list', items: others.map(({ name }, index) => (others.length === 1 ? name : [`${index + 1}. `, ...name])) },
    { kind: 'buttons', buttons: others.map(({ place }, index) => button(others.length === 1 ? 'Share with it' : `Share with ${index + 1}`, share.controls.shareWith.text({ place }))) },
  ]
  return {
    name: 'share', title: 'Share this daily question', tone: 'plain',
    blocks: [
      ...[...noted, how, names].map((text) => ({ kind: 'paragraph', text }) as const),
      { kind: 'paragraph', text: ['All of them follow the times, pauses, and days off of this channel.'] },
      ...rows,
      { kind: 'paragraph', text: [others.length === 0 ? 'Get a code' : 'For any other channel, get a code', ' and type it there. It can also be in another server or workspace.'] },
      { kind: 'buttons', buttons: [button('Get a code', share.controls.shareCode.text({}), others.length === 0)] },
    ],
  }
}

export type TogetherView = {
  /** Whether this channel leads. */
  readonly leads: boolean
  readonly lead: Text
  readonly others: readonly Named[]
  readonly own: PlaceId
  readonly mayManage: boolean
  /** What was just done. */
  readonly note: Text
}

export function togetherScreen({ leads, lead, others, own, mayManage, note }: TogetherView): Screen {
  const rules: Text = leads
    ? ['Times, pauses, days off, extra questions, and corrections are decided here and apply to all.']
    : ['Times, pauses, days off, extra questions, and corrections are decided in ', ...lead, '. Managers, pings, and how results are shown are each channel’s own.']
  const removable = leads && mayManage
  const buttons = [
    ...(removable ? others.map(({ place }, index) => button(others.length === 1 ? 'Remove it' : `Remove ${index + 1}`, share.controls.unshare.text({ place }))) : []),
    ...(leads && others.length + 1 < mostChannels ? [button('Get a code', share.controls.shareCode.text({}))] : []),
    button('Leave', share.controls.unshare.text({ place: own })),
  ]
  return {
    name: 'share', title: 'Channels that share this question', tone: 'plain',
    blocks: [
      ...(note.length === 0 ? [] : [{ kind: 'paragraph', text: note } as const]),
      { kind: 'paragraph', text: ['This channel shares its daily question with:'] },
      { kind: 'list', items: others.map(({ name }, index) => (removable && others.length > 1 ? [`${index + 1}. `, ...name] : name)) },
      { kind: 'paragraph', text: ['Everyone answers once, in any of them. There’s one leaderboard and one result.'] },
      { kind: 'paragraph', text: rules },
      ...(mayManage ? [{ kind: 'buttons', buttons } as const] : []),
    ],
  }
}

export const codeScreen = (code: string): Screen =>
  notice('Your code', [
    [strong(showCode(code))],
    ['A manager of the other channel types it there: ', command(`share ${showCode(code)}`)],
    ['It works once, for 10 minutes. Names on the leaderboard and of people who were right then show in both channels. Only give it to somebody you want to share with.'],
  ])

/** Asks a manager of the channel that would join. @param own whether it has a daily question already */
export const askToJoin = (lead: Text, own: boolean, join: string): Screen =>
  notice('Share the question?', [
    ['This channel gets the same daily question as ', ...lead, '. Everyone answers it once, in any of the channels.'],
    names,
    [own ? 'The times, topics, days off, and skips of this channel are replaced by those from there. What was asked and answered here stays.' : 'The times, topics, days off, and skips come from there.'],
    ['You can leave at any time: ', command('unshare')],
  ], [button('Share', join, true), keep('Not now')])

/** Asks a manager of the channel that leads. */
export const askToShare = (other: Text, join: string): Screen =>
  notice('Share the question?', [
    ['The times, topics, days off, and skips of this channel replace those in ', ...other, '. What was asked and answered there stays.'],
    names,
    ['Either channel can leave at any time: ', command('unshare')],
  ], [button('Share', join, true), keep('Not now')])

export const joinedScreen = (quiz: Quiz, lead: Text, problem: string | null, now: Instant): Screen =>
  notice('Shared', [['This channel now shares its daily question with ', ...lead, '.'], whenNext(quiz, now), ...(problem === null ? [] : [[`But the bot couldn’t post here: ${problem}`]])], [button('Channels', runControl.text({ line: 'share' }))])

/** @param name of the channel that is to go on alone; null: the one in which this is asked */
export const askToLeave = (name: Text | null, place: PlaceId): Screen =>
  notice(name === null ? 'Stop sharing?' : 'Remove this channel?', [
    [...(name === null ? ['This channel'] : capital(name)), ` then has a question of its own again, at the same times. Its leaderboard counts what was answered ${name === null ? 'here' : 'there'}.`],
    ['Questions that were asked together keep their common result. No answers, points, or streaks are lost.'],
  ], [button(name === null ? 'Stop sharing' : 'Remove', share.controls.goAlone.text({ place })), keep('Keep sharing')])

export const leftScreen = (quiz: Quiz, now: Instant): Screen => notice('This channel goes on alone', [whenNext(quiz, now), ['Its settings stay as they are: ', command('settings')]])

export const notShared = (): Screen => notice('This channel shares with no other', [['To share its daily question: ', command('share')]])

/** For everyone in the channel. */
export function joinedPost(others: readonly Text[], joined: Text | null): Screen {
  const list = others.flatMap((name, index): Inline[] => [...(index === 0 ? [] : [', ']), ...name])
  const who: Text = joined === null ? ['From the next one on, this channel has the same daily question as ', ...list, '.'] : [...capital(joined), ' now has the same daily question as this channel.']
  return notice('One question, several channels', [
    [...who, ' Answer it once, in any of the channels: there’s one leaderboard.'],
    ['Your name on the leaderboard shows there, too. To hide it: ', command('privacy hide')],
  ])
}

export const leftPost = (left: Text | null): Screen =>
  notice('The question is no longer shared', [
    left === null ? ['From the next one on, this channel has a daily question of its own again, and its own leaderboard.'] : [...capital(left), ' goes on with a question of its own. The leaderboard here no longer counts what’s answered there.'],
  ])

/** At the beginning of a sentence. */
const capital = ([first = '', ...rest]: Text): Text => [typeof first === 'string' ? first.slice(0, 1).toUpperCase() + first.slice(1) : first, ...rest]

const cannot: Readonly<Record<string, Screen>> = {
  'no-code': refusal('This code doesn’t work', [['Codes work once, for 10 minutes. In the other channel, a manager gets a new one with ', command('share'), '.']]),
  'same-channel': refusal('That’s this channel', [['Type the code in the other channel.']]),
  'together-already': notice('These channels share the question already', [['To see all of them: ', command('share')]]),
  'together-with-others': refusal('This channel shares with others already', [['Leave them first: ', command('unshare')]]),
  'too-many': refusal('Too many channels', [[`At most ${mostChannels} channels can share a question.`]]),
  lost: refusal('The other channel can’t post right now', [['Its daily question is stopped. A manager there can start it again with ', command('resume'), '.']]),
}

export const cannotJoin = (why: keyof typeof cannot): Screen => cannot[why] ?? refusal('This doesn’t work', [])

export const tooManyTries = (until: Inline): Screen => refusal('Too many wrong codes', [['Try again at ', until, ', with a new code.']])


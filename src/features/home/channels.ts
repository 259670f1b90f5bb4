// Which channels are somebody's own, and how they choose one where they are in none: on their own page and in direct messages.
import { mayManage, type GroupId, type PlaceId, type Quiz } from '../../core/quiz.ts'
import { channelControl, fileControl, inChannel, runControl } from '../../screens/control.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Reply, Request } from '../../screens/request.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { command, strong, type Inline, type Text } from '../../screens/text.ts'
import { blocksWith, withControls } from '../../screens/with-controls.ts'
import type { Members } from '../members.ts'
import type { Services } from '../services.ts'

type Needs = Pick<Services['ledger'], 'quizzes'>

/** More would make a screen that nobody reads. */
const mostOffered = 5

/** The quizzes of the channels in which the asker has answered, the latest first, and then of those that they are a manager of: group by group. */
export const channelsOf = ({ members }: Members): readonly Quiz[] => members.flatMap(({ quizzes }) => quizzes.filter(isInUse))

/** Those that the asker may manage, their own first. An owner or admin may manage all of the group. */
export async function managedOf({ members }: Members, { quizzes }: Needs): Promise<readonly Quiz[]> {
  const all = await Promise.all(
    members.map(async ({ group, asker, quizzes: own }) => {
      const managed = (await inUse(group, quizzes)).filter((quiz) => mayManage(quiz, asker))
      const first = own.map(({ place }) => place)
      const rank = ({ place }: Quiz) => (first.includes(place) ? first.indexOf(place) : first.length)
      return managed.toSorted((one, other) => rank(one) - rank(other))
    }),
  )
  return all.flat()
}

const isInUse = ({ retired }: Quiz): boolean => retired !== 'deleted'

/** Without deleted channels: nobody can go there. */
export const inUse = async (group: GroupId, quizzes: Needs['quizzes']): Promise<readonly Quiz[]> =>
  (await quizzes.of(group)).filter(isInUse)

/** `line`: the command to run in the channel, with the `file` that the bot holds. `groupName`: of a channel in another group than the one they ask in. */
export type Choice = Pick<Quiz, 'place'> & { readonly line: string; readonly file?: string; readonly groupName?: string | undefined }

/** Buttons can't name channels, so both are numbered. A server is chosen by a channel in it. */
export function chooseChannel(choices: readonly Choice[], what: 'channel' | 'server' = 'channel'): Screen {
  return { name: 'choose-channel', title: `Which ${what}?`, tone: 'plain', blocks: choiceBlocks(choices, what) }
}

export function choiceBlocks(choices: readonly Choice[], what: 'channel' | 'server'): readonly Block[] {
  const offered = choices.slice(0, mostOffered).map((choice) => ({ ...choice, control: inChannel(choice.place, commandOf(choice)) }))
  // A long command and a channel don't fit in one button.
  const fits = offered.every(({ control }) => channelControl.read(control) !== undefined)
  const blocks = offered.flatMap(({ control, ...choice }, at): Block[] => [
    { kind: 'paragraph', text: [`${at + 1}. `, ...nameOf(choice, what)] },
    ...(fits ? [{ kind: 'buttons', buttons: [{ label: `Choose ${at + 1}`, control, primary: false }] } as const] : []),
  ])
  const typed = command(choices[0]?.line ?? '')
  const count = choices.length > mostOffered ? `There are ${choices.length} ${what}s to choose from. ` : ''
  const sent = choices[0]?.file !== undefined
  const left: Text = !fits ? [`${count}Go to the ${what} and type `, typed, ' there.'] : count !== '' ? [`${count}For the others, type `, typed, sent ? ' there, and paste what’s in the file.' : ' there.'] : []
  return [...blocks, ...(left.length === 0 ? [] : [{ kind: 'footnote', text: left } as const])]
}

const commandOf = ({ line, file }: Choice): string => (file === undefined ? runControl.text({ line }) : fileControl.text({ line, file }))

export function nameOf({ place, groupName }: Choice, what: 'channel' | 'server'): Text {
  const channel: Inline = { kind: 'place', id: place }
  if (groupName === undefined) return [channel]
  return what === 'server' ? [strong(groupName)] : [channel, ' in ', strong(groupName)]
}

/** For somebody who has no channel of their own yet. */
export async function noOwnChannel({ group }: Pick<Request, 'group'>, line: string, { quizzes }: Needs): Promise<Screen> {
  const running = await inUse(group, quizzes)
  if (running.length === 0) return notice('No daily question here yet', [['Go to the channel where you want one, and type ', command('setup'), '.']])
  return notice('Ask in a channel', [['The daily question runs in ', ...named(running), '.'], ['Go there and type ', command(line), '.']])
}

/** For somebody who asked for something that only managers may do, and manages nothing here. */
export function managesNothing(): Screen {
  return refusal('Only managers can do that', [['You don’t manage a daily question here. A manager can add you with ', command('managers add @name'), ' in the channel.']])
}

/** `#study, #security and 3 more channels` */
export function named(channels: readonly Pick<Quiz, 'place'>[]): Text {
  const shown = channels.slice(0, mostOffered)
  const left = channels.length - shown.length
  const more = left === 0 ? [] : [` and ${left} more ${left === 1 ? 'channel' : 'channels'}`]
  return [...shown.flatMap(({ place }, at): Inline[] => [...(at === 0 ? [] : [', ']), { kind: 'place', id: place }]), ...more]
}

/** The same with buttons that go on in that channel. */
export const goingOnIn = <Answered extends Screen | Reply>(place: PlaceId, answered: Answered): Answered => withControls(answered, (control) => inChannel(place, control))

/** The blocks with buttons that act in that channel. */
export const inPlace = (place: PlaceId, blocks: readonly Block[]): readonly Block[] => blocksWith(blocks, (control) => inChannel(place, control))

// Which channels are somebody's own, and how they choose one where they are in none: on their own page and in direct messages.
import { mayManage, type GroupId, type PlaceId, type Quiz } from '../../core/quiz.ts'
import { inChannel, runControl } from '../../screens/control.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Reply, Request } from '../../screens/request.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { command, type Inline, type Text } from '../../screens/text.ts'
import type { Services } from '../services.ts'

type Needs = Pick<Services['ledger'], 'people' | 'quizzes'>

/** More would make a screen that nobody reads. */
const mostOffered = 5

/** The quizzes of the channels in which the asker has answered, the latest first, and then of those that they are a manager of. */
export async function channelsOf({ asker, group }: Pick<Request, 'asker' | 'group'>, { people, quizzes }: Needs): Promise<readonly Quiz[]> {
  const [answered, all] = await Promise.all([people.placesOf(asker.id), inUse(group, quizzes)])
  const byPlace = new Map(all.map((quiz) => [quiz.place, quiz]))
  const managed = all.filter(({ managers }) => managers.includes(asker.id)).map(({ place }) => place)
  return [...new Set([...answered, ...managed])].flatMap((place) => byPlace.get(place) ?? [])
}

/** Of these channels, those that the asker may manage. An owner or admin may manage all of the group. */
export async function managedOf(own: readonly Quiz[], { asker, group }: Pick<Request, 'asker' | 'group'>, { quizzes }: Needs): Promise<readonly Quiz[]> {
  const managed = (await inUse(group, quizzes)).filter((quiz) => mayManage(quiz, asker))
  const first = own.map(({ place }) => place)
  const rank = ({ place }: Quiz) => (first.includes(place) ? first.indexOf(place) : first.length)
  return managed.toSorted((one, other) => rank(one) - rank(other))
}

/** Without deleted channels: nobody can go there. */
export const inUse = async (group: GroupId, quizzes: Needs['quizzes']): Promise<readonly Quiz[]> =>
  (await quizzes.of(group)).filter(({ retired }) => retired !== 'deleted')

/** Whether a button may act for the asker in a channel that they did not press it in. */
export async function isOwnChannel(place: PlaceId, request: Pick<Request, 'asker' | 'group'>, { people, quizzes }: Needs): Promise<boolean> {
  const quiz = await quizzes.at(place)
  if (quiz?.group !== request.group) return false
  return mayManage(quiz, request.asker) || (await people.placesOf(request.asker.id)).includes(place)
}

/** Buttons can't name channels, so both are numbered. @param line the command to run in the chosen channel */
export function chooseChannel(channels: readonly Pick<Quiz, 'place'>[], line: string): Screen {
  const offered = channels.slice(0, mostOffered).flatMap(({ place }, at): Block[] => [
    { kind: 'paragraph', text: [`${at + 1}. `, { kind: 'place', id: place }] },
    { kind: 'buttons', buttons: [{ label: `Choose ${at + 1}`, control: inChannel(place, runControl.text({ line })), primary: false }] },
  ])
  const left: Text = channels.length > mostOffered ? [`There are ${channels.length} channels to choose from. For the others, type `, command(line), ' there.'] : []
  return {
    name: 'choose-channel',
    title: 'Which channel?',
    tone: 'plain',
    blocks: [...offered, ...(left.length === 0 ? [] : [{ kind: 'footnote', text: left } as const])],
  }
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
export function goingOnIn<Answered extends Screen | Reply>(place: PlaceId, answered: Answered): Answered {
  if ('blocks' in answered) return { ...answered, blocks: inPlace(place, answered.blocks) }
  const inThat = (screen: Screen): Screen => ({ ...screen, blocks: inPlace(place, screen.blocks) })
  return { ...answered, screen: inThat(answered.screen), ...('pointer' in answered ? { pointer: inThat(answered.pointer) } : {}) }
}

/** The blocks with buttons that act in that channel. */
export function inPlace(place: PlaceId, blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.kind === 'buttons') return { ...block, buttons: block.buttons.map((button) => ({ ...button, control: inChannel(place, button.control) })) }
    if (block.kind !== 'choices') return block
    const options = block.options.map((option) => ({ ...option, control: inChannel(place, option.control) }))
    return { ...block, options, several: inChannel(place, block.several) }
  })
}

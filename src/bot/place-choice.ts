// A command that is about one channel, asked for where there is none: on one's own page or in a direct message.
import type { Commands } from '../commands/commands.ts'
import type { ParsedCommand } from '../commands/parse.ts'
import type { PlaceId } from '../core/quiz.ts'
import type { Means } from '../features/services.ts'
import type { Press, Reply, Request } from '../screens/request.ts'
import type { Screen } from '../screens/screen.ts'

type Known = Extract<ParsedCommand, { readonly kind: 'known' }>

/** Loaded when somebody first asks outside of a channel. */
const channels = () => import('../features/home/channels.ts')

export const needsPlace = ({ name }: Known, request: Request, commands: Commands): boolean =>
  request.place === null && commands.find(name)?.where === undefined

/** The channel if the asker has one of their own; otherwise what to show them instead. */
export async function ownPlace(command: Known, request: Request, { ledger }: Means): Promise<{ readonly place: PlaceId } | { readonly screen: Screen }> {
  const { channelsOf, chooseChannel, noOwnChannel } = await channels()
  const own = await channelsOf(request, ledger)
  const [only, ...others] = own
  if (only === undefined) return { screen: await noOwnChannel(request, command.name, ledger) }
  return others.length === 0 ? { place: only.place } : { screen: chooseChannel(own, lineOf(command)) }
}

const lineOf = ({ name, values }: Known) => [name, ...Object.entries(values).map(([option, value]) => `${option}=${value}`)].join(' ')

/** Undefined if it is not the asker's channel: the button is old, or forged. */
export async function pressIn(place: PlaceId, inner: string, request: Press, { ledger }: Means): Promise<Press | undefined> {
  const { isOwnChannel } = await channels()
  return (await isOwnChannel(place, request, ledger)) ? { ...request, place, control: inner } : undefined
}

/** With buttons that stay in that channel. */
export async function staysIn<Answered extends Screen | Reply>(place: PlaceId, answered: Answered): Promise<Answered> {
  return (await channels()).goingOnIn(place, answered)
}

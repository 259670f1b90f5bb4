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

export const needsPlace = ({ name }: Pick<Known, 'name'>, request: Request, commands: Commands): boolean =>
  request.place === null && commands.find(name)?.where === undefined

/**
 * The channel if the asker has one of their own, or manages one if the command is for managers; otherwise what to show them instead.
 * Rights come first: nobody is sent to a channel to be refused there.
 */
export async function ownPlace(command: Known, request: Request, { ledger, commands }: Means): Promise<{ readonly place: PlaceId } | { readonly screen: Screen }> {
  const { channelsOf, chooseChannel, managedOf, noOwnChannel } = await channels()
  const own = await channelsOf(request, ledger)
  const offered = isForManagers(command, commands) ? await managedOf(own, request, ledger) : own
  const [only, ...others] = offered
  if (only === undefined) {
    // In their only channel the refusal names its managers.
    if (own.length === 1 && own[0] !== undefined) return { place: own[0].place }
    return { screen: (await refusedEverywhere(command, request, { ledger, commands })) ?? (await noOwnChannel(request, command.name, ledger)) }
  }
  return others.length === 0 ? { place: only.place } : { screen: chooseChannel(offered, lineOf(command)) }
}

/** Why somebody who manages nothing in the group may not use a command for managers; undefined if they may, or if no quiz runs here. */
export async function refusedEverywhere(command: Pick<Known, 'name'> & Partial<Known>, request: Request, { ledger, commands }: Pick<Means, 'ledger' | 'commands'>): Promise<Screen | undefined> {
  if (!isForManagers(command, commands)) return undefined
  const { inUse, managedOf, managesNothing } = await channels()
  const isNothingManaged = (await managedOf([], request, ledger)).length === 0
  return isNothingManaged && (await inUse(request.group, ledger.quizzes)).length > 0 ? managesNothing() : undefined
}

/** @param command without values: it was misused, so it has some */
function isForManagers({ name, values }: Pick<Known, 'name'> & Partial<Known>, commands: Commands): boolean {
  const spec = commands.find(name)
  const isBare = values !== undefined && Object.keys(values).length === 0
  return spec?.for === 'managers' && !(isBare && spec.bare === 'everyone')
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

// A command that is about one channel or server, asked for where there is none: on one's own page or in a direct message.
import type { Command } from '../commands/command.ts'
import type { Commands } from '../commands/commands.ts'
import type { ParsedCommand } from '../commands/parse.ts'
import type { GroupId, PlaceId, Quiz } from '../core/quiz.ts'
import type { Choice } from '../features/home/channels.ts'
import type { Members } from '../features/members.ts'
import type { Means } from '../features/services.ts'
import type { Press, Reply, Request } from '../screens/request.ts'
import type { Screen } from '../screens/screen.ts'
import type { HeldFiles } from './held-files.ts'

type Known = Extract<ParsedCommand, { readonly kind: 'known' }>
type Form = Request & { readonly kind: 'form' }

/** Loaded when somebody first asks outside of a channel. */
const channels = () => import('../features/home/channels.ts')
const memberships = () => import('../features/members.ts')
const outside = () => import('../screens/outside.ts')
const files = () => import('../screens/sent-file.ts')

const fileOf = (request: Request) => (request.kind === 'command' ? request.file : undefined)

export function needsPlace({ name }: Pick<Known, 'name'>, request: Request, commands: Commands): boolean {
  const where = commands.find(name)?.where
  return request.place === null && (where === undefined || (where === 'group' && request.outside === true))
}

/** The command as if it were typed in that channel, by the asker as they are known there. */
type There = { readonly request: Request & { readonly place: PlaceId }; readonly values: Known['values'] }

/**
 * The channel if the asker has one of their own, or manages one if the command is for managers; otherwise what to show them instead.
 * Rights come first: nobody is sent to a channel to be refused there.
 */
export async function ownPlace(command: Known, request: Request, means: Means, held: HeldFiles): Promise<There | { readonly screen: Screen }> {
  const found = await placesFor(command, request, means)
  const { around, own, offered, isAboutGroup, valuesIn } = found
  const there = ({ group, place }: Quiz): There => {
    const member = around.members.find((each) => each.group === group)
    return { request: { ...request, ...(member === undefined ? {} : { group, asker: member.asker }), outside: false, place }, values: valuesIn(group) }
  }
  const [only, ...others] = offered
  // Not while there may be another one: a manager who means that would change this one.
  if (only !== undefined && others.length === 0 && !around.unsure) return there(only)
  const file = fileOf(request)
  if (only !== undefined && file !== undefined && 'problem' in file) return { screen: (await files()).unreadableFile(file.problem) }
  if (only !== undefined) {
    const kept = file === undefined ? {} : { file: held.keep({ ...request, file }) }
    const choices = choicesOf(command, found, request, means).map((choice) => ({ ...choice, ...kept }))
    return { screen: (await channels()).chooseChannel(choices, isAboutGroup ? 'server' : 'channel') }
  }
  // In their only channel the refusal names its managers.
  const [first, ...more] = own
  if (first !== undefined && more.length === 0 && request.outside !== true) return there(first)
  return { screen: await noPlace(command, around, request, means) }
}

/** Where the command could be carried out, for somebody who is asked first; `choices` is empty for one about no channel or server. */
export async function offeredFor(command: Known, request: Request, means: Means): Promise<Offered | { readonly screen: Screen }> {
  const line = lineOf(command.name, command.values)
  if (!needsPlace(command, request, means.commands)) return { line, choices: [], what: 'channel' }
  const found = await placesFor(command, request, means)
  if (found.offered.length === 0) return { screen: await noPlace(command, found.around, request, means) }
  return { line, choices: choicesOf(command, found, request, means), what: found.isAboutGroup ? 'server' : 'channel' }
}

type Offered = { readonly line: string; readonly choices: readonly Choice[]; readonly what: 'channel' | 'server' }
type Places = Awaited<ReturnType<typeof placesFor>>

async function placesFor(command: Known, request: Request, means: Means) {
  const { commands } = means
  const { channelsOf, managedOf } = await channels()
  const around = await (await memberships()).membersOf(request, means)
  const own = channelsOf(around)
  const isAboutGroup = commands.find(command.name)?.where === 'group'
  const all = isForManagers(command, commands) ? await managedOf(around, means.ledger) : own
  // A server is chosen by any one channel in it.
  const offered = isAboutGroup ? all.filter(({ group }, at) => all.findIndex((other) => other.group === group) === at) : all
  const valuesIn = (group: GroupId) => valuesInGroup(command, commands.find(command.name), { from: request.group, to: group })
  return { around, own, offered, isAboutGroup, valuesIn }
}

function choicesOf({ name }: Known, { offered, valuesIn }: Places, { outside: isOutside }: Request, { groupName, commands }: Means): readonly Choice[] {
  return offered.map(({ place, group }) => ({ place, line: lineOf(name, withoutParts(valuesIn(group), commands.find(name))), groupName: isOutside === true ? groupName(group) : undefined }))
}

const noPlace = async (command: Known, around: Members, request: Request, means: Means): Promise<Screen> =>
  (await refusal(command, around, request, means)) ?? (await nothingOwn(command.name, around, request, means))

/** Why somebody who manages nothing may not use a command for managers; undefined if they may, or if no quiz runs here. */
export async function refusedEverywhere(command: Pick<Known, 'name'> & Partial<Known>, request: Request, means: Means): Promise<Screen | undefined> {
  if (!isForManagers(command, means.commands)) return undefined
  return refusal(command, await (await memberships()).membersOf(request, means), request, means)
}

async function refusal(command: Pick<Known, 'name'> & Partial<Known>, around: Members, request: Request, { ledger, commands }: Means): Promise<Screen | undefined> {
  if (!isForManagers(command, commands)) return undefined
  const { inUse, managedOf, managesNothing } = await channels()
  if ((await managedOf(around, ledger)).length > 0) return undefined
  if (request.outside !== true) {
    if ((await inUse(request.group, ledger.quizzes)).length === 0) return undefined
    return fileOf(request) === undefined ? managesNothing() : (await files()).filesAreForManagers()
  }
  const { cannotTell, managesNothingAnywhere } = await outside()
  return around.unsure ? cannotTell() : managesNothingAnywhere()
}

async function nothingOwn(line: string, { unsure }: Members, request: Request, { ledger }: Means): Promise<Screen> {
  if (request.outside !== true) return (await channels()).noOwnChannel(request, line, ledger)
  const { cannotTell, noChannelAnywhere } = await outside()
  return unsure ? cannotTell() : noChannelAnywhere(line)
}

/** @param command without values: it was misused, so it has some */
function isForManagers({ name, values }: Pick<Known, 'name'> & Partial<Known>, commands: Commands): boolean {
  const spec = commands.find(name)
  const isBare = values !== undefined && Object.keys(values).length === 0
  return spec?.for === 'managers' && !(isBare && spec.bare === 'everyone')
}

const lineOf = (name: string, values: Known['values']) => [name, ...Object.entries(values).map(([option, value]) => `${option}=${value}`)].join(' ')

/** A button has no room for a long text. The command asks for it again in the channel. */
function withoutParts(values: Known['values'], spec: Command | undefined): Known['values'] {
  return Object.fromEntries(Object.entries(values).filter(([option]) => spec?.options.some(({ kind, name }) => kind === 'parts' && name === option) !== true))
}

/** Somebody who was chosen outside of all groups, as they are known in the group: an id begins with its group. */
function valuesInGroup({ values }: Known, spec: Command | undefined, { from, to }: { readonly from: GroupId; readonly to: GroupId }): Known['values'] {
  const people = new Set(spec?.options.flatMap(({ kind, name }) => (kind === 'person' ? [name] : [])))
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, people.has(name) && value.startsWith(from) ? to + value.slice(from.length) : value]))
}

/** The press or form in one of the asker's own channels; what to show instead if it isn't, because the button is old, or forged. */
export async function actIn<R extends Press | Form>(place: PlaceId, request: R, means: Means): Promise<{ readonly request: R } | { readonly screen: Screen }> {
  return (await memberships()).inOwnChannel(place, request, means)
}

/** With buttons that stay in that channel. */
export async function staysIn<Answered extends Screen | Reply>(place: PlaceId, answered: Answered): Promise<Answered> {
  return (await channels()).goingOnIn(place, answered)
}

// All features together: whose command, control or form it is that came in.
import { namedCommand, type Command } from '../commands/command.ts'
import { commandsOf, type Commands } from '../commands/commands.ts'
import { channelControl, fileControl, runControl, innerControl, wordOf, type Control, type ControlTraits } from '../screens/control.ts'
import type { Face, Feature } from './feature.ts'

export type Catalog = {
  readonly features: readonly Feature[]
  readonly commands: Commands
  readonly ownerOf: (command: string) => Feature | undefined
  /** The control that a button says, and its values; undefined for what no feature's button says. */
  readonly pressed: (text: string) => Pressed | undefined
  /** What platforms have to know of a control before it is answered. */
  readonly traitsOf: (text: string) => ControlTraits | undefined
}

export type Pressed = { readonly feature: Feature; readonly name: string; readonly control: Control<unknown>; readonly values: unknown }

/** @throws TypeError if two features have the same command or the same control */
export function catalogOf(features: readonly Feature[]): Catalog {
  refuseTwins('command', features.flatMap(({ face }) => Object.entries(face.commands).flatMap(([name, { aliases = [] }]) => [name, ...aliases])))
  refuseTwins('control', features.flatMap(({ face }) => Object.values(face.controls).map(({ word }) => word)))
  const owners = new Map(features.flatMap((feature) => Object.keys(feature.face.commands).map((name) => [name, feature] as const)))
  const controls = new Map(features.flatMap(controlsByWord))
  const commands = commandsOf(features.flatMap(({ face }) => namedCommands(face)))

  function pressed(text: string): Pressed | undefined {
    const found = controls.get(wordOf(text) ?? '')
    const values = found?.control.read(text)
    return found === undefined || values === undefined ? undefined : { ...found, values }
  }

  function traitsOf(whole: string): ControlTraits | undefined {
    const text = innerControl(whole)
    const there = channelControl.read(text)
    if (there !== undefined) return channelControl.read(there.inner) === undefined ? traitsOf(there.inner) : undefined
    const asTyped = runControl.read(text) ?? fileControl.read(text)
    if (asTyped === undefined) return pressed(text)?.control
    const command = commands.parse(asTyped.line)
    const known = command.kind === 'unknown' ? undefined : commands.find(command.name)
    return known?.for === 'managers' ? { rights: true } : {}
  }

  return { features, commands, ownerOf: (command) => owners.get(command), pressed, traitsOf }
}

function refuseTwins(kind: string, names: readonly string[]): void {
  const twin = names.find((name, at) => names.indexOf(name) !== at)
  if (twin !== undefined) throw new TypeError(`Two features have the ${kind} “${twin}”: give one of them another name`)
}

const controlsByWord = (feature: Feature) =>
  Object.entries(feature.face.controls).map(([name, control]) => [control.word, { feature, name, control }] as const)

const namedCommands = ({ commands }: Face): readonly Command[] => Object.entries(commands).map(([name, spec]) => namedCommand(name, spec))

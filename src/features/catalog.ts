// All features together: whose command, control or form it is that came in.
import { namedCommand, type Command } from '../commands/command.ts'
import { commandsOf, type Commands } from '../commands/commands.ts'
import { wordOf, type Control } from '../screens/control.ts'
import type { Face, Feature } from './feature.ts'

export type Catalog = {
  readonly features: readonly Feature[]
  readonly commands: Commands
  readonly ownerOf: (command: string) => Feature | undefined
  /** The control that a button says, and its values; undefined for what no feature's button says. */
  readonly pressed: (text: string) => Pressed | undefined
}

export type Pressed = { readonly feature: Feature; readonly name: string; readonly control: Control<unknown>; readonly values: unknown }

export function catalogOf(features: readonly Feature[]): Catalog {
  const owners = new Map(features.flatMap((feature) => Object.keys(feature.face.commands).map((name) => [name, feature] as const)))
  const controls = new Map(features.flatMap(controlsByWord))
  return {
    features,
    commands: commandsOf(features.flatMap(({ face }) => namedCommands(face))),
    ownerOf: (command) => owners.get(command),
    pressed: (text) => {
      const found = controls.get(wordOf(text) ?? '')
      const values = found?.control.read(text)
      return found === undefined || values === undefined ? undefined : { ...found, values }
    },
  }
}

const controlsByWord = (feature: Feature) =>
  Object.entries(feature.face.controls).map(([name, control]) => [control.word, { feature, name, control }] as const)

const namedCommands = ({ commands }: Face): readonly Command[] => Object.entries(commands).map(([name, spec]) => namedCommand(name, spec))

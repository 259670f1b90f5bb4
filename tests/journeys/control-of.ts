// What a button on Discord says when it is pressed, for presses that come twice and for those that somebody invents.
import { allComponents, type Message } from '../fakes/discord/world.ts'

export function controlOf(message: Message, label: string): string {
  const button = allComponents(message.components).find((component) => component['label'] === label)
  if (button?.custom_id === undefined) throw new Error(`no button ${label}`)
  return button.custom_id
}

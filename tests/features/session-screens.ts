// Reads a screen in tests: its buttons, what they say when pressed, and the options of a question.
import type { Course } from '../../src/course/course.ts'
import type { Button, Choices, Screen } from '../../src/screens/screen.ts'
import { plain } from '../../src/screens/text.ts'

export const buttons = ({ blocks }: Screen): readonly Button[] => blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
export const labels = (screen: Screen): readonly string[] => buttons(screen).map(({ label }) => label)
export const control = (screen: Screen, label: string): string => buttons(screen).find((button) => button.label === label)?.control ?? `no button ${label} on ${screen.name}`
export const choices = ({ blocks }: Screen): Choices | undefined => blocks.find((block) => block.kind === 'choices')

export function stemOf({ blocks }: Screen): string {
  const first = blocks.find((block) => block.kind === 'paragraph')
  return first === undefined ? '' : plain(first.text)
}

type Answer = { readonly control: string; readonly chosen: readonly string[] }

/** A press that answers the question rightly, and one that does not. */
export function optionsOf({ questions }: Course, screen: Screen): { readonly right: Answer; readonly wrong: Answer } {
  const shown = choices(screen)
  const question = questions.find(({ options }) => shown?.options.every(({ text }) => options.some((option) => option.text === plain(text))))
  if (shown === undefined || question === undefined) throw new Error(`no question of the course on ${screen.name}`)
  const key: readonly string[] = question.key
  const others = shown.options.map(({ id }) => id).filter((id) => !key.includes(id))
  const answer = (chosen: readonly string[]): Answer => {
    const [only] = shown.pick === 1 ? chosen : []
    return only === undefined ? { control: shown.several, chosen } : { control: shown.options.find(({ id }) => id === only)?.control ?? '', chosen: [] }
  }
  return { right: answer(key), wrong: answer([...others, ...key].slice(0, shown.pick)) }
}

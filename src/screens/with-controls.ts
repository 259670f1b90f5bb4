// The same answer with other controls in its buttons.
import type { Reply } from './request.ts'
import type { Block, Screen } from './screen.ts'

type Change = (control: string) => string

export function withControls<Answered extends Screen | Reply>(answered: Answered, change: Change): Answered {
  if ('blocks' in answered) return { ...answered, blocks: blocksWith(answered.blocks, change) }
  const changed = (screen: Screen): Screen => ({ ...screen, blocks: blocksWith(screen.blocks, change) })
  const screen = changed(answered.screen)
  if ('parts' in answered) return { ...answered, screen, parts: answered.parts.map((button) => ({ ...button, control: change(button.control) })) }
  if ('again' in answered) return { ...answered, screen, again: change(answered.again) }
  return { ...answered, screen, ...('pointer' in answered ? { pointer: changed(answered.pointer) } : {}) }
}

export function blocksWith(blocks: readonly Block[], change: Change): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.kind === 'buttons') return { ...block, buttons: block.buttons.map((button) => ({ ...button, control: change(button.control) })) }
    if (block.kind !== 'choices') return block
    const options = block.options.map((option) => ({ ...option, control: change(option.control) }))
    return { ...block, options, several: change(block.several) }
  })
}

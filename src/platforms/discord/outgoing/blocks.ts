// Each block of a screen as texts and controls of Discord.
import { imageInWords } from '../../../screens/pictures/blocks.ts'
import type { Block, Votes } from '../../../screens/screen.ts'
import { isNumbered } from '../../../screens/numbered-list.ts'
import { answeredInWords, type Text } from '../../../screens/text.ts'
import { limits } from '../connection/limits.ts'
import type { CustomId } from '../custom-id.ts'
import { choices } from './choices.ts'
import { cut } from './escape.ts'
import { bold, line, markdown, markdownLine, markdownLines } from './markdown.ts'
import { componentType } from './message.ts'
import { buttonRows, labeledButton, textParts, type Part } from './parts.ts'
import { ranking } from './ranking.ts'
import { upTo, type Budget } from './shorten.ts'
import { table } from './table.ts'

export function blockParts(block: Block, budget: Budget, customId: CustomId): Part[] {
  const { length, items } = budget
  switch (block.kind) {
    case 'paragraph':
      return textParts([markdown(block.text, budget)])
    case 'heading':
      return [{ text: `### ${line(block.text, length)}`, joins: 'heading' }]
    case 'list':
      return textParts(upTo(items, block.items.map((item) => listItem(item, isNumbered(block.items), budget))))
    case 'choices':
      return choices(block, budget, customId)
    case 'votes':
      return votes(block, budget)
    case 'facts':
      return textParts(upTo(items, block.facts.map(({ label, value }) => `${bold(`${label}:`, length)} ${markdown(value, budget)}`)))
    case 'ranking':
      return textParts(ranking(block, length, items))
    case 'table':
      return textParts(table(block, length, items))
    case 'buttons': {
      const shown = block.buttons.slice(0, items)
      return buttonRows(shown.map((one) => labeledButton(one, customId)), block.buttons.length - items)
    }
    case 'footnote':
      return [{ text: markdownLines(block.text, budget, small).join('\n'), joins: 'footnote' }]
    case 'picture': {
      const name = budget.attached.get(block.picture)
      return name === undefined ? [] : [gallery(name, block.alt)]
    }
    case 'image': {
      const name = budget.attached.get(block.image)
      return name === undefined ? textParts([markdown(imageInWords(block), budget)]) : [gallery(name, block.alt)]
    }
    case 'file': {
      const name = budget.attached.get(block)
      return name === undefined ? textParts([bold(block.name, length)]) : [{ component: { type: componentType.file, file: { url: `attachment://${name}` } } }]
    }
  }
}

const gallery = (name: string, alt: string): Part => ({ component: { type: componentType.gallery, items: [{ media: { url: `attachment://${name}` }, description: cut(alt, limits.description) }] } })

/** Further lines stand below the first, and blocks of code at the edge, where every client draws them. */
function listItem(item: Text, numbered: boolean, budget: Budget): string {
  const text = markdownLines(item, budget, (words) => words.replace(/\n+/gu, '\n  ')).join('\n')
  return `${numbered ? '' : '- '}${text}`
}

const small = (words: string) => words.split('\n').map((line) => `-# ${line}`).join('\n')

function votes({ options, answered }: Votes, budget: Budget): Part[] {
  const lines = upTo(budget.items, options.map((option) => vote(option, answered, budget)))
  return [...textParts(lines), { text: `-# ${answeredInWords(answered)}`, joins: 'footnote' }]
}

/** Characters of a bar. */
const barLength = 10

function vote(option: Votes['options'][number], answered: number, budget: Budget): string {
  const share = answered > 0 ? Math.min(1, Math.max(0, option.votes / answered)) : 0
  const full = option.votes > 0 ? Math.max(1, Math.round(share * barLength)) : 0
  const bar = `\`${'█'.repeat(full)}${'░'.repeat(barLength - full)}\``
  const count = option.votes === 1 ? '1 vote' : `${option.votes} votes`
  const marks = `${option.right ? ' ✅' : ''}${option.mine ? ' · your answer' : ''}`
  return `${bold(`${option.letter}.`, budget.length)} ${markdownLine(option.text, budget)}${marks}\n${bar} ${Math.round(share * 100)}% · ${count}`
}

// How many lines a screen takes on a phone, as each platform shows it: 44 letters a line, with blank lines and rows of buttons.
import type { Screen } from '../../src/screens/screen.ts'
import { render as discordMessage } from '../../src/platforms/discord/outgoing/render.ts'
import { renderView, render as slackMessage } from '../../src/platforms/slack/outgoing/render.ts'
import { render as terminalText } from '../../src/platforms/terminal/outgoing/render.ts'
import { widthOf } from '../../src/screens/width.ts'
import { catalogOf } from '../../src/features/catalog.ts'
import { features } from '../../src/features/features.ts'

export const phone = { lines: 30, letters: 44 } as const

export type PhoneLines = Readonly<Record<'slack' | 'discord' | 'terminal', number>>

const { commands } = catalogOf(features)

export const phoneLines = (screen: Screen): PhoneLines => ({ slack: slackLines(screen), discord: discordLines(screen), terminal: terminalLines(screen) })

/** The terminal leaves two columns empty. */
export const terminalLines = (screen: Screen): number => terminalText(screen, { color: false, columns: phone.letters + 2 }).trimEnd().split('\n').length

/** Both apps leave about 8 of a line's 22 points between two parts of a message, and a button with its gap is two lines high. */
const gap = 0.4
const buttonRow = 2 - gap

type Drawn = Readonly<Record<string, unknown>>

const list = (value: unknown): readonly Drawn[] => (Array.isArray(value) ? (value as readonly Drawn[]) : [])
const string = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Broken at spaces, as a phone does. */
export function wrapped(text: string, letters: number = phone.letters): number {
  return text.split('\n').reduce((lines, line) => {
    let [more, used] = [1, 0]
    for (const word of line.split(/ +/u)) {
      const width = widthOf(word)
      if (used > 0 && used + 1 + width > letters) [more, used] = [more + 1, 0]
      more += Math.floor(Math.max(0, width - 1) / letters)
      used += (used > 0 ? 1 : 0) + (width > letters ? width % letters : width)
    }
    return lines + more
  }, 0)
}

/** Buttons side by side as far as they fit, each with four letters of edge. */
function buttonRows(labels: readonly string[]): number {
  let [rows, used] = [labels.length === 0 ? 0 : 1, 0]
  for (const label of labels) {
    const width = Math.min(phone.letters, widthOf(label) + 4)
    if (used > 0 && used + 1 + width > phone.letters) [rows, used] = [rows + 1, 0]
    used += (used > 0 ? 1 : 0) + width
  }
  return rows
}

const stacked = (heights: readonly number[]): number => Math.ceil(heights.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, heights.length - 1))

function slackLines(screen: Screen): number {
  const blocks: readonly unknown[] = screen.page === true ? renderView(screen) : slackMessage(screen).blocks
  return stacked(list(blocks).map(slackBlock))
}

function slackBlock(block: Drawn): number {
  switch (block['type']) {
    case 'header':
      // In larger letters.
      return wrapped(slackText(block['text']), 36)
    case 'rich_text':
      return list(block['elements']).reduce((sum, element) => sum + richLines(element), 0)
    case 'context':
      return wrapped(list(block['elements']).map(slackText).join(' '), 50)
    case 'actions':
      return buttonRow * slackRows(list(block['elements']))
    case 'input':
      return 1 + list((block['element'] as Drawn)['options']).reduce((sum, option) => sum + wrapped(slackText(option['text']), phone.letters - 4), 0)
    case 'table':
      return list(block['rows']).reduce((sum, row) => sum + tableRow(row), 0)
    case 'divider':
      return 0.4
    default:
      throw new Error(`No height for ${string(block['type'])}`)
  }
}

/** Columns share the width; lines between the rows take a third of one. */
function tableRow(row: unknown): number {
  const cells = list(row).map((cell) => list(cell['elements']).map(richText).join(''))
  return 0.3 + Math.max(1, ...cells.map((cell) => wrapped(cell, Math.max(10, Math.floor(phone.letters / cells.length) - 2))))
}

const slackRows = (elements: readonly Drawn[]) => buttonRows(elements.map((element) => slackText(element['text'] ?? element['placeholder'])))

/** Markup is not seen. */
const slackText = (text: unknown): string =>
  string((text as Drawn | undefined)?.['text']).replace(/<[^<>|]*\|([^<>]*)>/gu, '$1').replace(/<[@#!][^<>]*>/gu, 'somebody').replace(/&(?:amp|lt|gt);/gu, '&')

function richLines(element: Drawn): number {
  const children = list(element['elements'])
  if (element['type'] === 'rich_text_list') return children.reduce((sum, item) => sum + wrapped(richText(item), phone.letters - 3), 0)
  // A line feed between two elements is theirs: the next one begins on its own line anyway.
  return wrapped(richText(element).replace(/^\n/u, ' \n'))
}

const richText = (element: Drawn): string =>
  list(element['elements']).map((part) => string(part['text'] ?? part['fallback']) || (part['type'] === 'link' ? string(part['url']) : 'somebody')).join('')

function discordLines(screen: Screen): number {
  const { components } = discordMessage(screen, commands)
  return stacked(components.flatMap((container) => list(container.components as unknown)).map(discordComponent))
}

function discordComponent(component: Drawn): number {
  const nested = list(component['components'])
  switch (component['type']) {
    case 10:
      return string(component['content']).split('\n').reduce((sum, line) => sum + markdownLine(line, phone.letters), 0)
    case 9:
      // The button takes room beside the text.
      return Math.max(buttonRow, nested.reduce((sum, { content }) => sum + string(content).split('\n').reduce((lines, line) => lines + markdownLine(line, phone.letters - 8), 0), 0))
    case 1:
      return buttonRow * (nested[0]?.['type'] === 3 ? 1 : buttonRows(nested.map(({ label }) => string(label))))
    case 12:
      return 0
    default:
      throw new Error(`No height for ${String(component['type'])}`)
  }
}

/** Markup is not seen; a heading has larger letters, small print smaller ones. */
function markdownLine(line: string, letters: number): number {
  const shown = line.replace(/\[([^\]]*)\]\(<[^>]*>\)/gu, '$1').replace(/<t:\d+:R>/gu, 'in 23 hours').replace(/<t:\d+:D>/gu, 'November 27, 2026').replace(/<t:\d+:t>/gu, '9:00 AM').replace(/<t:[^>]*>/gu, 'November 27, 2026 9:00 AM').replace(/<[@#/][^>]*>/gu, 'somebody').replace(/^(?:#+|-#) /u, '').replace(/\\(?=[^\w\s])|\*\*|\u200B/gu, '')
  if (line.startsWith('## ')) return 1.3 * wrapped(shown, Math.floor(letters / 1.3))
  return line.startsWith('-# ') ? 0.8 * wrapped(shown, Math.floor(letters * 1.2)) : wrapped(shown, letters)
}

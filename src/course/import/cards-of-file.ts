// The flashcards of a file that somebody sent in chat.
import { mostDeckText } from '../../core/team-deck.ts'
import type { PackageLimits } from './anki/package.ts'
import { isZip } from './anki/zip-entries.ts'
import { readCards, type ReadCards } from './cards.ts'
import { readFileText } from './read-items.ts'

/** `name`: empty for a text that was typed. */
export type SentFile = { readonly name: string; readonly data: Uint8Array }

/** Undefined for a file that holds no cards. */
export type SentCards = ReadCards | { readonly problem: string } | undefined

/** Far more than the cards of a channel need. */
const limits: PackageLimits = { bytes: 20_000_000, rows: 5_000 }

/** In characters: enough to show what a file holds. */
const beginning = 20_000

export async function cardsOfFile({ name, data }: SentFile): Promise<SentCards> {
  if (isZip(data)) return (await import('./anki/package.ts')).readAnkiPackage(data, limits)
  const read = readFileText(data, mostDeckText)
  if ('text' in read) return cardsIn(read.text, name)
  // One that is too large for cards is too large for questions too, but those have another limit.
  const whole = readFileText(data, data.byteLength)
  return 'text' in whole && cardsIn(whole.text.slice(0, beginning), name) !== undefined ? read : undefined
}

function cardsIn(text: string, name: string): ReadCards | undefined {
  const read = readCards(text, name)
  return read === undefined || read.cards.length === 0 ? undefined : read
}

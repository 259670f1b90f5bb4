// Questions that a team writes for itself: for the managers of its daily question.
import { isDeckId, mostDeckBytes } from '../../core/team-deck.ts'
import { control, oneOf, upTo, type Field } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

const question: Field<string> = { write: (value) => value, read: (text) => (/^team-[0-9a-f]{12}$/u.test(text) ? text : undefined) }
const deck: Field<string> = { write: (value) => value, read: (text) => (isDeckId(text) ? text : undefined) }
const version = upTo(999_999)

/** `*`: the options that were picked beside the button. */
const option = oneOf('a', 'b', 'c', 'd', 'e', 'f', '*')

export const team = {
  commands: {
    questions: {
      summary: 'Your team’s own questions: look at drafts, approve, change, delete, or export them',
      for: 'managers',
      about: 'team',
      options: {
        export: { kind: 'choice', choices: ['export'], synonyms: { files: 'export', csv: 'export', yaml: 'export', download: 'export' }, summary: 'All of them as files, for a spreadsheet and for a course' },
        page: { kind: 'number', summary: 'Page number, starting at 1' },
      },
      examples: ['questions', 'questions 2', 'questions export'],
      aliases: ['team-questions', 'drafts', 'own questions'],
    },
    decks: {
      summary: 'Your team’s own flashcards: look through decks, use, stop, delete, or export them',
      for: 'managers',
      about: 'team',
      options: { page: { kind: 'number', summary: 'Page number, starting at 1' } },
      examples: ['decks', 'decks 2'],
      aliases: ['deck', 'team-cards', 'own cards'],
    },
    'add-question': {
      summary: 'Add a question of your own: by form, or several as text or file',
      for: 'managers',
      about: 'team',
      options: { text: { kind: 'parts', summary: 'The question as text. Leave it out for a form' } },
      examples: ['add-question', 'add-question Who restarts the queue? | * The team on call | - The first to see it | Why: They have the runbook. | Source: Runbook, page 2'],
      aliases: ['add question', 'new-question', 'import-questions', 'add-cards', 'add-deck', 'import-cards'],
      changes: 'with-values',
      takesFile: {
        summary: 'Questions: GIFT, Aiken, Markdown, Moodle XML, CSV. Flashcards: Anki, Kotoba, CSV',
        more: ['The first line of a CSV names its columns: question, a, b (up to f), and right (B, 2, or the text of an option). You can add why, remember, source, and why a to why f. Tables from Quizizz and Kahoot work as they are.', 'Flashcards come as Anki text, .apkg, Kotoba CSV, or a table with the columns front and back.'],
        mostBytes: mostDeckBytes,
      },
    },
  },
  controls: {
    list: control('team', { page: upTo(999) }, { rights: true }),
    export: control('team-export', {}, { rights: true }),
    open: control('team-open', { question }, { rights: true }),
    add: control('team-add', {}, { rights: true }),
    edit: control('team-edit', { question }, { rights: true }),
    approve: control('team-approve', { question, version }, { rights: true }),
    stop: control('team-stop', { question }, { rights: true }),
    /** Asks first. */
    remove: control('team-remove', { question, version }, { rights: true }),
    /** Leaves it as it is. */
    keep: control('team-not-removed', { question }, { rights: true }),
    removeNow: control('team-remove-now', { question, version }, { rights: true }),
    decks: control('decks', { page: upTo(999) }, { rights: true }),
    deck: control('deck-open', { deck, page: upTo(999) }, { rights: true }),
    useDeck: control('deck-use', { deck, version }, { rights: true }),
    stopDeck: control('deck-stop', { deck }, { rights: true }),
    /** Asks first. */
    removeDeck: control('deck-remove', { deck, version }, { rights: true }),
    keepDeck: control('deck-not-removed', { deck }, { rights: true }),
    removeDeckNow: control('deck-remove-now', { deck, version }, { rights: true }),
    exportDeck: control('deck-export', { deck }, { rights: true }),
    card: control('deck-card', { deck, card: question }, { rights: true }),
    /** Asks first. */
    removeCard: control('deck-card-remove', { deck, card: question }, { rights: true }),
    removeCardNow: control('deck-card-now', { deck, card: question }, { rights: true }),
    tryOut: control('team-try', { question, option }, { rights: true }),
  },
} as const satisfies Face

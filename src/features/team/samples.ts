// Samples of the screens of this feature, from made-up data.
import { newTeamQuestion, teamQuestionId, teamWords, type TeamText } from '../../core/team-question.ts'
import type { TeamCard, TeamDeck } from '../../core/team-deck.ts'
import type { ListedQuestion } from '../../ledger/team-questions.ts'
import type { Samples } from '../feature.ts'
import { cantRead, howToChange, howToType, importedScreen, listScreen } from './list-screen.ts'
import { cardScreen, deckScreen, sureOfCard, sureOfDeck } from './deck-screen.ts'
import { deckExportScreen, decksScreen } from './decks-screen.ts'
import { exportScreen, nothingToExport } from './export-screen.ts'
import { notWhileOpen } from './open-now.ts'
import { questionScreen, sureScreen, triedScreen } from './question-screen.ts'

const text: TeamText = {
  stem: 'The queue of the shop stands still on a Sunday, and two alarms go off. Who restarts it?',
  options: [
    { text: 'The team on call, with the runbook', right: true, why: '' },
    { text: 'The first person who sees the alarm', right: false, why: 'A second restart in the middle of the first loses orders.' },
    { text: 'Nobody, until Monday', right: false, why: 'The shop is open on Sundays.' },
  ],
  explanation: 'A restart has to drain the queue first, and only the runbook says how.',
  keyPoint: 'Drain, then restart.',
  source: 'Runbook “Queue”, page 2',
}

const draft: ListedQuestion = { ...newTeamQuestion(teamQuestionId('sample', 'sample', 0), text, 'terminal:local:u:Ada', 0), asked: 0 }
const approved: ListedQuestion = { ...draft, state: 'approved', approvedAt: 1, asked: 2 }
const many = Array.from({ length: 12 }, (_, nth): ListedQuestion => ({ ...(nth < 3 ? draft : approved), id: teamQuestionId('sample', 'sample', nth), asked: nth % 3 }))

const card = (nth: number): TeamCard => ({ id: `team-00000000000${nth}`, name: '', front: 'What do you drain before you restart the queue at night?', back: 'The workers, one zone after the other, as the runbook says.' })
const deck: TeamDeck = { id: 'deck-000000000000', title: 'Night shift', cards: Array.from({ length: 9 }, (_, nth) => card(nth)), state: 'draft', version: 1, author: null, addedAt: 0, approvedAt: null }
const inUse: TeamDeck = { ...deck, state: 'approved', approvedAt: 1 }
const readWhole = { format: 'Anki package', repeated: 0, left: { sounds: 0, pictures: 0 }, problems: [] }
const readInPart = {
  format: 'Kotoba CSV', repeated: 1, left: { sounds: 2, pictures: 1 },
  problems: [
    { start: 'The map of the data center', problem: 'It shows a picture, and cards are text only.' },
    { start: 'What does the runbook say?', problem: 'Its back has 840 characters. Shorten it to 200.' },
    ...Array.from({ length: 3 }, () => ({ start: '', problem: 'Its front is empty.' })),
  ],
}

const file = (name: string, title: string) => ({ kind: 'file', name, title, data: new Uint8Array(2_400) }) as const

export const samples = (): Samples => new Map([
  ['team-questions', listScreen(many, 1)],
  ['team-questions-shared', listScreen(many, 0, [], true)],
  ['team-questions-none', listScreen([], 0)],
  ['team-question', questionScreen({ question: draft, findings: [], isOwn: true, shares: false, note: ['Saved as a draft. Read it once more, then approve it.'] })],
  ['team-question-approved', questionScreen({ question: approved, findings: [], isOwn: false, shares: true, note: [] })],
  ['team-question-incomplete', questionScreen({
    question: { ...draft, text: { ...text, explanation: '', source: '' } }, isOwn: false, shares: false, note: [],
    findings: [
      { level: 'error', field: 'explanation', message: 'Nothing says why the right answer is right.' },
      { level: 'error', field: 'source', message: 'There’s no source: say where people can read it.' },
      { level: 'warning', field: 'options', message: 'Right option A is far longer than the others (60 characters against 20). Shorten it, or give the others as much detail.' },
      { level: 'warning', field: 'stem', message: 'The question doesn’t end with a question mark.' },
    ],
  })],
  ['team-question-tried', triedScreen(draft, teamWords(text), ['b'])],
  ['team-how-to', howToType],
  ['team-how-to-change', howToChange],
  ['team-question-remove', sureScreen(approved)],
  ['team-imported', importedScreen({ format: 'GIFT', added: 14, replaced: 0, unchanged: 0, incomplete: 14, problems: [{ start: 'Match the teams and their pagers', problem: 'It asks to match pairs. The bot can only offer options to choose.' }] })],
  ['team-imported-none', importedScreen({ format: 'Moodle XML', added: 0, replaced: 0, unchanged: 0, incomplete: 0, problems: [{ start: 'Describe the outage', problem: 'It asks for an essay. The bot can only offer options to choose.' }] })],
  ['team-imported-again', importedScreen({ format: 'CSV', added: 2, replaced: 1, unchanged: 12, incomplete: 0, problems: [] })],
  ['team-export', exportScreen([file('team-questions.yaml', 'For a course’s folder'), file('team-questions.csv', 'For a spreadsheet')], { drafts: 3, fits: true })],
  ['team-export-open', exportScreen([file('team-questions.csv', 'For a spreadsheet')], { drafts: 0, fits: true, open: 1 })],
  ['team-export-all-open', nothingToExport(1)],
  ['team-question-open', notWhileOpen(approved.id)],
  ['team-export-drafts', exportScreen([file('team-questions.csv', 'For a spreadsheet')], { drafts: 3, fits: true })],
  ['team-export-none', nothingToExport()],
  ['team-decks', decksScreen([deck, ...Array.from({ length: 9 }, () => inUse)], 0)],
  ['team-decks-none', decksScreen([], 0)],
  ['team-deck', deckScreen({ deck: inUse, page: 1, changes: undefined, note: [] })],
  ['team-deck-added', deckScreen({ deck, page: 0, changes: undefined, note: ['Saved as a draft. Look through it, then use it.'], read: readWhole })],
  ['team-deck-added-in-part', deckScreen({ deck, page: 0, changes: { added: 3, changed: 2, gone: 1 }, note: ['Saved as a draft. Look through it, then use it.'], read: readInPart })],
  ['team-card', cardScreen(inUse, inUse.cards[3] ?? card(3))],
  ['team-deck-remove', sureOfDeck(inUse)],
  ['team-card-remove', sureOfCard(inUse, card(3))],
  ['team-deck-export', deckExportScreen([file('flashcards.txt', 'For Anki'), file('flashcards.csv', 'For a spreadsheet')], deck)],
  ['team-cant-read', cantRead(['The file is too large. Send at most 200 kB at a time.'])],
])

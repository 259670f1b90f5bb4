// Today's question on one's own page.
import type { HomePart } from '../feature.ts'
import { whenNext } from '../../screens/when-next.ts'
import { showOpen } from './round-screen.ts'

export const home: HomePart = {
  ofChannel: async (request, place, means) => {
    const open = await showOpen(place, request, means)
    if (open !== undefined) return [{ kind: 'heading', text: open.title }, ...open.blocks]
    const quiz = await means.ledger.quizzes.at(place)
    return [{ kind: 'paragraph', text: ['No question is open right now. ', ...(quiz === undefined ? [] : whenNext(quiz))] }]
  },
}

// Today's question on one's own page.
import type { HomePart } from '../feature.ts'
import { whenNext } from '../../screens/when-next.ts'
import { showRound } from './round-screen.ts'

export const home: HomePart = {
  ofChannel: async (request, place, means) => {
    const { rounds, quizzes } = means.ledger
    const round = await rounds.open(place, request.at)
    if (round !== undefined) {
      const { title, blocks } = await showRound(round.id, request, means)
      return [{ kind: 'heading', text: title }, ...blocks]
    }
    const quiz = await quizzes.at(place)
    return [{ kind: 'paragraph', text: ['No question is open right now. ', ...(quiz === undefined ? [] : whenNext(quiz))] }]
  },
}

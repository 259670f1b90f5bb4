// Mutants of the delivery that no test can notice.
import type { Equivalent } from './equivalent.ts'

export const equivalentInDelivery: readonly Equivalent[] = [
  {
    file: 'src/delivery/adopt.ts',
    because: 'A text is of no round, so it is left out at once.',
    changes: [
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/delivery/changed-screen.ts',
    because: 'Nobody is told of no news; the type cannot say so.',
    changes: [
      ['first === undefined', 'false'],
    ],
  },
  {
    file: 'src/delivery/changed-screen.ts',
    because: 'A round that kept no words has nothing that could differ from the course, so it is no news.',
    changes: [
      ['round.words?.stem', 'round.words.stem'],
    ],
  },
  {
    file: 'src/delivery/delivery.ts',
    because: 'Undefined is false as well.',
    changes: [
      ['{ stopped: false }', '{}'],
    ],
  },
  {
    file: 'src/delivery/live-count.ts',
    because: 'Undefined is false as well.',
    changes: [
      ['{ stopped: false }', '{}'],
      ['{ over: false }', '{}'],
    ],
  },
  {
    file: 'src/delivery/live-count.ts',
    because: 'The fault that follows is caught, and nothing is drawn either way.',
    changes: [
      ['view?.round', 'view.round'],
      ['view === undefined || message === undefined', 'false'],
      ['view === undefined || message === undefined', 'view === undefined && message === undefined'],
      ['view === undefined', 'false'],
      ['message === undefined', 'false'],
      ['platform === undefined', 'false'],
    ],
  },
  {
    file: 'src/delivery/live-count.ts',
    because: 'Only the log of debugging knows of it.',
    changes: [
      ['(fault: unknown) => work.log.debug({ fault, round: round.id }, \'could not save the number of answers shown\')', '() => undefined'],
    ],
  },
  {
    file: 'src/delivery/live-count.ts',
    because: 'A workspace without waiting edits counts as none, on the list or not.',
    changes: [
      ['others > 0', 'true'],
      ['others > 0', 'others >= 0'],
      ['waitingIn.delete(round.group)', ';'],
    ],
  },
  {
    file: 'src/delivery/live-count.ts',
    because: 'Nothing is added after a stop.',
    changes: [
      ['waiting.clear()', ';'],
      ['waitingIn.clear()', ';'],
    ],
  },
  {
    file: 'src/delivery/redraw.ts',
    because: 'The rest is over anyway; the map only stays smaller.',
    changes: [
      ['resting.delete(round.id)', ';'],
    ],
  },
  {
    file: 'src/delivery/redraw.ts',
    because: 'The case after it does nothing either.',
    changes: [
      ['case \'unclear\': // The next tick draws it again. return', 'case \'unclear\':'],
    ],
  },
  {
    file: 'src/delivery/send.ts',
    because: 'A round that is being sent is never removed.',
    changes: [
      ['current !== undefined', 'true'],
    ],
  },
  {
    file: 'src/delivery/tell-managers.ts',
    because: 'What is undefined counts as not told as well.',
    changes: [
      ['() => false', '() => undefined'],
    ],
  },
  {
    file: 'src/delivery/tell-managers.ts',
    because: 'What may be in the channel is listed again at once, with nothing else to say there, and is put off then.',
    changes: [
      ['(item) => !unsaid.includes(item)', '() => undefined'],
    ],
  },
  {
    file: 'src/delivery/tell-managers.ts',
    because: 'A platform that does not run tells nobody, whoever is named.',
    changes: [
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/delivery/workers.ts',
    because: 'Undefined is false as well, and whoever starts a run says that it is to look again.',
    changes: [
      ['{ again: false, stopped: false }', '{}'],
      ['false', 'true'],
    ],
  },
]

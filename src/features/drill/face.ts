// The drill: whose job is it, or which category, one after another in one breath each.
import { sessionControls } from '../../screens/session-controls.ts'
import type { Face } from '../feature.ts'

export const drillControls = sessionControls('drill')

export const drill = {
  commands: {
    drill: {
      needs: 'drill',
      summary: 'Say whose job it is, one duty after another',
      for: 'everyone',
      ofCourse: true,
      options: {
        what: { kind: 'choice', needs: 'both-drills', choices: ['duties', 'controls'], synonyms: { categories: 'controls', jobs: 'duties' }, summary: 'Whose job a duty is, or which category a control is in. Duties if you leave it out' },
        count: { kind: 'number', summary: 'How many, 1 to 50. 10 if you leave it out' },
      },
      examples: ['drill', 'drill 5', 'drill controls'],
      where: 'alone',
    },
  },
  controls: drillControls,
} as const satisfies Face

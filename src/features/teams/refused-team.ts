// Why a team isn't changed.
import { longestAlias, type AliasProblem } from '../../core/alias.ts'
import { mostInTeams, mostTeams, type TeamRefusal } from '../../core/team.ts'
import { refusal } from '../../screens/notice.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import { refused } from '../refused.ts'

/** Why a text can't be the name of a team. */
export function nameProblem(problem: AliasProblem): string {
  switch (problem) {
    case 'too-short':
      return 'The team needs a name of at least 2 letters.'
    case 'too-long':
      return `The name of the team is too long. Use up to ${longestAlias} letters.`
    case 'characters':
      return 'The name of a team can have letters, digits, spaces, hyphens, and apostrophes, and needs at least one letter.'
    case 'reserved':
      return 'That word can’t be the name of a team. Choose another one.'
  }
}

/** @param listed the teams, with a word about why nothing changed */
export function teamRefused(why: TeamRefusal, listed: (note: Text) => Promise<Screen>): Screen | Promise<Screen> {
  switch (why.kind) {
    case 'no-quiz':
    case 'not-a-manager':
      return refused(why)
    case 'too-many':
      return refusal('Too many teams', [[`This channel already has ${mostTeams} teams. Delete one first: `, command('teams')]])
    case 'too-many-people':
      return refusal('Too many people', [[`All teams of a channel together can have up to ${mostInTeams} people.`]])
    case 'not-found':
      return listed([`There’s no team “${why.name.slice(0, 40)}” in this channel, or it has been deleted.`])
    case 'name-taken':
      return listed([`The team ${why.name} already has that name, or one that looks like it.`])
    case 'already-so':
      return listed([`Nothing to change in ${why.name}.`])
  }
}

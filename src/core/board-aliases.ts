// Who goes by an alias and is left out of a leaderboard, because it would tell who they are or how they did on one question.

/** On a smaller leaderboard it's easy to tell whose alias is whose. */
export const fewestAroundAliases = 5

/** The points of fewer answers tell each of them. */
export const fewestOfAlias = 3

/**
 * The same whatever the points are, or being left out would tell something of them.
 *
 * @param people all who could be on the leaderboard
 * @param aliased those of them who go by an alias
 */
export function aliasesLeftOut<Row extends { readonly answered: number }>(people: number, aliased: readonly Row[]): readonly Row[] {
  const few = aliased.filter(({ answered }) => answered < fewestOfAlias)
  return people - few.length < fewestAroundAliases ? aliased : few
}

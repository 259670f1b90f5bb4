// A channel as the people of another one read it.
import type { GroupId, Quiz } from '../core/quiz.ts'
import { channelName } from '../screens/lost-channel.ts'
import type { Text } from '../screens/text.ts'
import type { Means } from './services.ts'

/** Those of another group can’t open it, and may not know its name. */
export const channelNamed = ({ place, group, retired }: Pick<Quiz, 'place' | 'group' | 'retired'>, reader: GroupId, { whereIs }: Pick<Means, 'whereIs'>): Text =>
  group === reader ? [channelName({ place, retired })] : [`a channel ${whereIs(group)}`]

/** The channel that decides for this one, where it shares the question of another; null where it decides itself. */
export async function leadNamed({ follows, group }: Pick<Quiz, 'follows' | 'group'>, means: Pick<Means, 'ledger' | 'whereIs'>): Promise<Text | null> {
  const lead = follows === undefined ? undefined : await means.ledger.quizzes.at(follows.place)
  return lead === undefined ? null : channelNamed(lead, group, means)
}

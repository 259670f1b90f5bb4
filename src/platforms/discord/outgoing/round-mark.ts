// Marks a post with its round, so that the post is found again and not made twice.
import { createHash } from 'node:crypto'
import type { AccountId, EventId, PersonId, PlaceId } from '../../../core/quiz.ts'
import type { RoundId } from '../../../core/round.ts'
import { answerControl } from '../../../screens/question.ts'
import { showRoundControl } from '../../../screens/round-controls.ts'
import { limits } from '../connection/limits.ts'
import { controlIn } from '../custom-id.ts'
import type { DiscordMessage } from './message.ts'
import { allOf, type Component } from './said-by.ts'

/**
 * The same nonce within a few minutes makes no second message: Discord returns the first one. Nonces are unique over all that the bot
 * sends, so the channel or the person is part of it. https://docs.discord.com/developers/resources/message#create-message
 */
export function nonceOf(to: PlaceId | PersonId | AccountId, once: RoundId | EventId): string {
  return createHash('sha256').update(`${to} ${once}`).digest('base64url').slice(0, limits.nonce - 3)
}

/** Gives the container the round's mark, by which a post is found even if its controls do not name the round. */
export function markedMessage(message: DiscordMessage, round: RoundId): DiscordMessage {
  return { ...message, components: message.components.map((container) => ({ ...container, id: roundMark(round) })) }
}

/** 31 bits, the most that a component's id takes: https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
export function roundMark(round: RoundId): number {
  return (createHash('sha256').update(round).digest().readUInt32BE() >>> 1) | 1
}

const roundOf = ({ custom_id: customId }: Component): RoundId | undefined => (customId === undefined ? undefined : answerControl.read(controlIn(customId))?.round)

/** The round that a message asks about; undefined if it asks nothing. */
export function roundIn(components: readonly Component[] | undefined): RoundId | undefined {
  return allOf(components).map(roundOf).find((round) => round !== undefined)
}

/** A closed post has no controls to answer it, but it has a button that shows people their own result. */
const shownRoundOf = ({ custom_id: customId }: Component): RoundId | undefined => (customId === undefined ? undefined : showRoundControl.read(controlIn(customId))?.round)

/**
 * Whether the components are those of the round's post, open or closed. The post of a later question can have a button for this round too,
 * in its recap: a message that asks another question is not this round's.
 */
export function belongToRound(components: readonly Component[] | undefined, round: RoundId): boolean {
  const all = allOf(components)
  const asked = roundIn(components)
  if (asked !== undefined) return asked === round
  return all.some((component) => component.id === roundMark(round) || shownRoundOf(component) === round)
}

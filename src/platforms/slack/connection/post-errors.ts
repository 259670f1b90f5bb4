// Turns what the SDK throws for a post into one of the three kinds of failed posts, with a sentence for people.
import { PostError } from '../../platform.ts'
import { ambiguous, readFault, usualPause } from './fault.ts'
import { canBeMended, lossOf, missesRight, refusalOf, refusesToken } from './post-refusals.ts'

/** The {@link PostError} for a post that failed with `error`. */
export function postError(error: unknown): PostError {
  const fault = readFault(error)
  const busy = (sentence: string, retryAfter: number) => new PostError('busy', sentence, { retryAfter, scope: 'group', cause: error })
  switch (fault.kind) {
    case 'platform':
      return platformError(fault.error, error)
    case 'rate-limited':
      return busy('Slack asked the bot to wait before it sends another message.', fault.retryAfter)
    case 'unreachable':
      return busy('Slack can’t be reached right now.', 30_000)
    case 'http':
      return httpError(fault.status, error)
    case 'unknown':
      return unclear(error)
  }
}

function platformError(code: string, cause: unknown): PostError {
  // What does not look like a code of Slack's came from something in between.
  if (ambiguous.has(code) || !/^[a-z0-9_]+$/u.test(code)) return unclear(cause)
  if (code === 'team_added_to_org') {
    return new PostError('busy', 'The workspace is being moved. Until that’s done, Slack doesn’t accept messages.', { retryAfter: usualPause, scope: 'group', cause })
  }
  // What is due can be posted once there is a new token, and until then no manager can be told either.
  if (refusesToken(code)) return new PostError('busy', refusalOf(code) ?? code, { retryAfter: usualPause, scope: 'group', cause })
  return new PostError('refused', refusalOf(code) ?? `Slack refused the post (${code}). The people who run the bot can find out why.`, { lost: lossOf(code), cause })
}

/** Slack itself refuses with a code of its own: without one, something in between did not let the call through. */
function httpError(status: number, cause: unknown): PostError {
  if (status >= 500 || status === 408) return unclear(cause)
  return new PostError('busy', `Slack’s address answers with HTTP ${status}. The people who run the bot should check SLACK_API_URL and the network.`, { retryAfter: usualPause, scope: 'group', cause })
}

const unclear = (cause: unknown) =>
  new PostError('unclear', 'The connection to Slack broke while the bot was posting, so the post may or may not be there.', { cause })

const redrawAgainAfter = 3_600_000

/**
 * As {@link postError}, for the redraw of a post. What somebody can fix is `busy` for an hour and not `refused`: nobody asks for a
 * redraw again once it is fixed.
 */
export function redrawError(error: unknown): PostError {
  const failure = postError(error)
  const fault = readFault(error)
  if (fault.kind !== 'platform' || !canBeMended(fault.error)) return failure
  return new PostError('busy', failure.message, { retryAfter: redrawAgainAfter, cause: error })
}

/** Whether a call failed because Slack says that the bot lacks a right in the channel, or for the call. */
export function lacksRight(error: unknown): boolean {
  const fault = readFault(error)
  return fault.kind === 'platform' && missesRight(fault.error)
}

/** Whether a call failed because Slack no longer accepts the bot's token. */
export function isTokenRefused(error: unknown): boolean {
  const fault = readFault(error)
  return fault.kind === 'platform' && refusesToken(fault.error)
}

// Acknowledging what Slack delivers: at most once, and in time.

/** What an acknowledgement carries: https://docs.slack.dev/interactivity/view-submissions-and-closures */
export type Ack = Readonly<Record<string, unknown>> | undefined

export type Acknowledge = (response?: Ack) => Promise<void>

/** Slack gives up after 3 s: https://docs.slack.dev/interactivity/handling-user-interaction/#acknowledgment_response */
const acknowledgeBy = 2_000

/** Makes every acknowledgement after the first do nothing. */
export function onlyOnce(ack: Acknowledge): Acknowledge {
  let done = false
  return async (response) => {
    if (done) return
    done = true
    await ack(response)
  }
}

/**
 * Waits for `work` and acknowledges with what `response` makes of its result. If the work takes longer than 2 s, acknowledges
 * early with nothing, and `response` is called with `late` set. Fails only if `work` does.
 */
export async function acknowledgeInTime<T>(work: Promise<T>, ack: Acknowledge, response: (result: T, late: boolean) => Ack): Promise<T> {
  let late = false
  const timer = setTimeout(() => {
    late = true
    // The socket may be gone; then Slack delivers again.
    ack().catch(() => undefined)
  }, acknowledgeBy)
  try {
    const result = await work
    clearTimeout(timer)
    await ack(response(result, late)).catch(() => undefined)
    return result
  } finally {
    clearTimeout(timer)
  }
}

// The limits that the towns of the benchmark enforce, as the platforms have them.

/**
 * Of one workspace. Slack names "several hundred" posts a minute and says that short bursts are tolerated; here that is 500, with
 * three seconds' worth at once. https://docs.slack.dev/apis/web-api/rate-limits
 */
export const slackLimits = {
  'chat.postMessage': { perMinute: 500, burst: 25 },
  'chat.update': { perMinute: 50, burst: 50 },
  'users.info': { perMinute: 100, burst: 100 },
} as const

/** https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
export const discordPerSecond = 50

/** Both platforms: a press that is not acknowledged by then has failed for the person. In milliseconds. */
export const acknowledgeWithin = 3_000

export const townSecret = 'the-signing-secret-of-the-town'

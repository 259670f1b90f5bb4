// Keeps Slack's tokens out of the log.

const tokens = /xox[a-z](?:\.xox[a-z])?-[\w.-]+|xapp-[\w-]+/gu

/** The same text with every token replaced. For anything that comes from the SDK. */
export const redactTokens = (text: string): string => text.replace(tokens, '(secret)')

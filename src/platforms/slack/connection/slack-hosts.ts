// Slack's own hosts: nothing that people answered, and no token, goes to any other.

/**
 * Whether an origin is Slack's: https://docs.slack.dev/govslack
 *
 * @param apiUrl another address of the Web API: its host counts, too
 */
export function slackHosts(apiUrl: string | undefined): (origin: string) => boolean {
  const ownHost = apiUrl === undefined ? undefined : new URL(apiUrl).hostname
  return (origin) => /^https:\/\/(?:[\w-]+\.)*slack(?:-gov)?\.com(?::443)?$/u.test(origin) || (ownHost !== undefined && URL.parse(origin)?.hostname === ownHost)
}

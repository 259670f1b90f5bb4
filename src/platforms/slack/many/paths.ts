// Where an installation begins, and where Slack sends people back to.

export const [installPath, redirectPath] = ['/slack/install', '/slack/oauth_redirect'] as const

/** What people open to add the app. */
export const installUrlAt = (publicUrl: string): string => `${publicUrl}${installPath}`

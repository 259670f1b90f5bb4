// Where an installation begins, and where Slack sends people back to.

export const [installPath, redirectPath] = ['/slack/install', '/slack/oauth_redirect'] as const

// The permissions that the app asks for, each with its reason. The README repeats them.

export const scopes: Readonly<Record<string, string>> = {
  'channels:read': 'notice when a public channel is archived or deleted',
  'chat:write': 'post the question, show the answer in it, reply to one person, send direct messages',
  commands: 'answer its slash command',
  'app_mentions:read': 'answer people who mention the bot (@studyhall)',
  'groups:read': 'notice when a private channel is archived or deleted, or gets another id because it is shared',
  'im:history': 'read and answer direct messages to the bot',
  'users:read': 'names on leaderboards, time zones, who the workspace admins are, who has left',
}

/** Useful; the app works without them. */
export const optionalScopes: Readonly<Record<string, string>> = {
  'channels:history': 'find a post again if the connection broke while it was being sent (public channels)',
  'groups:history': 'the same in private channels',
  'files:read': 'read files with questions that managers send in direct messages',
  'files:write': 'show the pictures of questions; send pictures and files to one person, such as the diagrams of the course and their own data, and the picture of a final leaderboard into its thread',
  'usergroups:read': 'add the people of a user group to a team',
  'chat:write.public': 'post in public channels without an invitation',
}

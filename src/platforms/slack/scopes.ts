// The permissions that the app asks for, each with its reason. The README repeats them.

export const scopes: Readonly<Record<string, string>> = {
  'channels:read': 'notice when a public channel is archived or deleted',
  'chat:write': 'post the question, redraw it with the answer, reply to one person, write to managers',
  commands: 'answer /study',
  'groups:read': 'notice when a private channel is archived or deleted, or gets another id because it is shared',
  'im:write': 'open the direct message with a manager',
  'users:read': 'names on boards, time zones, who administers the workspace, who has left',
}

/** Useful; the app works without them. */
export const optionalScopes: Readonly<Record<string, string>> = {
  'channels:history': 'find a post again when the connection broke while it was sent (public channels)',
  'groups:history': 'the same in private channels',
  'chat:write.public': 'post in public channels without an invitation',
}

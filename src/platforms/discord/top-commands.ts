// The names of Discord's two top-level commands. There are two because default permissions apply to a top-level command as a whole.

export const topCommands = { everyone: 'study', managers: 'study-admin' } as const

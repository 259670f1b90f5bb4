// What a person is called in a server.

/** discord.js does not check what Discord sent. */
type Names = { readonly nick: unknown; readonly globalName: unknown; readonly username: unknown }

/** The nickname in this server, the name everywhere, or the handle; undefined if Discord sent none. */
export function displayName({ nick, globalName, username }: Names): string | undefined {
  return [nick, globalName, username].find((name): name is string => typeof name === 'string' && name !== '')
}

// Which of several names somebody may be typing.

/** Those that begin with what is typed, then those that hold it. */
export function matching(names: readonly string[], typed: string): string[] {
  const wanted = typed.toLowerCase()
  const rank = (name: string) => (name.toLowerCase().startsWith(wanted) ? 0 : name.toLowerCase().includes(wanted) ? 1 : 2)
  return names.filter((name) => rank(name) < 2).sort((a, b) => rank(a) - rank(b))
}

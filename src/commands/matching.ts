// Names that match what somebody has typed so far.

/** Names that begin with it, then names that contain it; letter case is ignored. */
export function matching(names: readonly string[], typed: string): string[] {
  const wanted = typed.toLowerCase()
  const rank = (name: string) => (name.toLowerCase().startsWith(wanted) ? 0 : name.toLowerCase().includes(wanted) ? 1 : 2)
  return names.filter((name) => rank(name) < 2).sort((a, b) => rank(a) - rank(b))
}

// Label values that come from outside: a few dozen at most, since each costs memory and time at every scrape for as long as the bot runs.

/** More than a platform has methods that the bot calls, or errors that it meets in a week. */
const most = 60

/** @returns a function that passes on the first values that look like a name, and makes `other` of the rest */
export function bounded(): (value: string) => string {
  const known = new Set<string>()
  return (value) => {
    if (known.has(value)) return value
    if (known.size >= most || !/^[\w ./:@-]{1,80}$/u.test(value)) return 'other'
    known.add(value)
    return value
  }
}

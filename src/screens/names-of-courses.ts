// The names of the bot's courses, as people type them.

/** As many as fit a phone. */
const mostNamed = 6

/** @param ids of the courses */
export const namesOfCourses = (ids: readonly string[]): string => [...ids.slice(0, mostNamed), ...(ids.length > mostNamed ? [`and ${ids.length - mostNamed} more`] : [])].join(', ')

// The sentence for a page that was asked for and does not exist.

/** Both pages from 0. @param what what has the pages: “leaderboard” */
export function noSuchPage(asked: number, shown: number, pages: number, what: string): string {
  const last = shown > 0 ? ', the last one' : ''
  return `There’s no page ${asked + 1}. ${pages === 1 ? `This ${what} has only one page.` : `This is page ${shown + 1}${last}.`}`
}

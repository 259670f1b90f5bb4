// What channels get unasked, and once each: claimed before it is posted, so that after a crash it may be missing, but never comes twice.

/** Why it may be missing, as long as nobody has noted how posting it went: in a sentence for people. */
export const unknownEnd = 'The bot began to post it, but doesn’t know whether it got there.'

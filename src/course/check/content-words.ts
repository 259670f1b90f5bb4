// The words of a text that carry its meaning, reduced to stems.

const emptyWords = new Set(
  `a about after all also an and any are as at be been before being but by can could did do does down during each for from
  had has have he her his how if in into is it its may me more most must no nor not now of off on once one or other our out over own
  same she should so some such than that the their them then there these they this those through to too under until up us
  was we were what when where which while who whom whose why will with within without would you your`.split(/\s+/),
)

/** By stem, each word as the text has it. */
export function contentWords(text: string): ReadonlyMap<string, string> {
  const words = text.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? []
  const bare = words.map((word) => word.replace(/['’]s?$/, ''))
  return new Map(bare.filter((word) => word.length > 1 && !emptyWords.has(word.toLowerCase())).map((word) => [stemOf(word.toLowerCase()), word]))
}

/** Rough, but equal for "patches", "patched" and "patching". */
function stemOf(word: string): string {
  const stem = word.replace(/(ies|ied)$/, 'y').replace(/(?<=[a-z]{3})(ing|ed|es|s)$/, '')
  return stem.replace(/(?<=[a-z]{3})e$/, '').replace(/([b-df-hj-np-tv-z])\1$/, '$1')
}

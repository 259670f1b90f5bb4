// Numbers as people type them: `10`, `ten`, `twenty-five`, `a dozen`.

const small = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const others: ReadonlyMap<string, number> = new Map([['dozen', 12], ['a dozen', 12], ['hundred', 100], ['a hundred', 100], ['one hundred', 100]])

/** A whole number of up to four digits; undefined if the text is none. */
export function readNumber(text: string): number | undefined {
  const typed = text.trim().toLowerCase().replace(/-/gu, ' ')
  if (/^\d{1,4}$/u.test(typed)) return Number(typed)
  if (small.includes(typed)) return small.indexOf(typed)
  const [first = '', second, ...more] = typed.split(' ')
  const ten = tens.indexOf(first)
  const one = second === undefined ? 0 : small.indexOf(second)
  const isTensAndOnes = ten !== -1 && more.length === 0 && one >= 0 && one < 10 && second !== 'zero'
  return isTensAndOnes ? (ten + 2) * 10 + one : others.get(typed)
}

// The names of months in other languages than English: `Dezember`, `décembre`, `déc.`, `de diciembre`, `декабря`.

/** Those of a dozen languages are enough: whoever types in another one reads which form to type. */
const languages = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'nb', 'fi', 'cs', 'hu', 'ro', 'tr', 'uk', 'ru']

let known: ReadonlyMap<string, number> | undefined

/** 1 to 12; 0 for what is no month, or one month in one language and another one in another. */
export const monthAbroad = (word: string): number => (known ??= namesOfAll()).get(folded(word)) ?? 0

const folded = (word: string): string => word.normalize('NFKD').replace(/[\p{M}.]+/gu, '').toLowerCase().replaceAll('ı', 'i')

/** With a day, some languages give the month an ending. */
const forms: readonly Intl.DateTimeFormatOptions[] = [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }, { month: 'short', day: 'numeric' }]

function namesOfAll(): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const format of languages.flatMap((language) => forms.map((form) => new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' })))) {
    for (const month of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) {
      const name = folded(format.formatToParts(Date.UTC(2026, month - 1, 15)).find(({ type }) => type === 'month')?.value ?? '')
      if (name.length > 2 && /^\p{L}+$/u.test(name)) names.set(name, (names.get(name) ?? month) === month ? month : 0)
    }
  }
  return names
}

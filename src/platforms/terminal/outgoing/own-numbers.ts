// The terminal numbers all buttons, so a number at the beginning of a button's label would stand beside another one: “[3] 1. Amazon EC2”.

/** `Amazon EC2` of `1. Amazon EC2`. */
export const withoutNumber = (label: string): string => label.replace(/^\d+[.)]\s+(?=\S)/u, '')

/** @param first the number of the first of them. A number that alone tells two labels apart stays, unless it is the button's own. */
export function withoutOwnNumbers(labels: readonly string[], first: number): readonly string[] {
  const bare = labels.map(withoutNumber)
  return labels.map((label, at) => {
    const isAlone = bare.every((other, index) => index === at || other !== bare[at])
    return isAlone || Number.parseInt(label, 10) === first + at ? (bare[at] ?? label) : label
  })
}

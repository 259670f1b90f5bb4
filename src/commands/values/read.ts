// What reading a typed value comes to: the value, or what is wrong with it in a sentence for people.

export type Read<Value> = { readonly value: Value } | { readonly problem: string }

/** What somebody typed, in quotes and short enough for a sentence. */
export const quoted = (text: string): string => `“${text.trim().slice(0, 80)}”`

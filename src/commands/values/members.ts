// Reads a name and the people after it: `Blue Herons @ada @on-call #design`. A platform puts its mentions into the text as tags, because only it
// knows which ids they stand for.

/** `people`, `roles` (or user groups), `channels`: their ids. `unknown`: what looks like a mention, but is none that the platform made. `isList`: several names with commas. */
export type NameAndMembers = { readonly name: string; readonly people: readonly string[]; readonly roles: readonly string[]; readonly channels: readonly string[]; readonly unknown: readonly string[]; readonly isList: boolean }

export const personTag = (id: string): string => `<@${id}>`
export const roleTag = (id: string): string => `<&${id}>`
export const channelTag = (id: string): string => `<#${id}>`

/** Whether the word is a mention of everyone in a channel or server, or of those who are online. */
export const isEveryone = (word: string): boolean => /^@(?:everyone|here|channel)$/iu.test(word)

export function readMembers(text: string): NameAndMembers {
  const tagged = (mark: '@' | '&' | '#') => [...new Set([...text.matchAll(new RegExp(`<${mark}([^<>\\s]+)>`, 'gu'))].map(([, id]) => id ?? ''))]
  // `@ada and @bob to Reds`: the words around people are no part of the name.
  const bare = text.replaceAll(/(?:(?<![^\s,])(?:and|with)|&)\s+(?=<[@&#])/giu, ' ').replace(/>\s+(?:to|from)\s+/iu, '> ')
  const untagged = bare.replaceAll(/<[@&#][^<>\s]+>/gu, ' ')
  const rest = untagged.split(/[\s,]+/u).filter((word) => word !== '')
  const isMention = (word: string) => /^[@#<]/u.test(word)
  return { name: rest.filter((word) => !isMention(word)).join(' ').replace(/^["'“”]+|["'“”]+$/gu, ''), people: tagged('@'), roles: tagged('&'), channels: tagged('#'), unknown: rest.filter(isMention), isList: /[^\s,@#<>]\s*,\s*(?![\s@#<])[^\s,]/u.test(untagged.replaceAll(/[@#]\S+/gu, ' ')) }
}

// Whether the items of a list have numbers of their own: then they need no bullets.
import { plain, type Text } from './text.ts'

export const isNumbered = (items: readonly Text[]): boolean => items.length > 0 && items.every((item) => /^\d+[.)](?:\s|$)/u.test(plain(item)))

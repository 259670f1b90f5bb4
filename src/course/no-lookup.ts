// A look-up that finds nothing: of a course that isn't there, and where nobody looks anything up.
import type { Lookup } from './lookup/lookup.ts'

export const noLookup: Lookup = { ask: (query) => ({ kind: 'none', query, nearest: [] }), suggest: () => [], spokenOf: () => undefined }

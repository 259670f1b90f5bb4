// Nothing is kept in memory: another process may have changed it.
import type { Caches } from '../tables/caches.ts'

const nothing = { get: () => undefined, set: () => undefined, delete: () => undefined, clear: () => undefined }

export const noCaches: Caches = { open: () => nothing, clear: () => undefined }

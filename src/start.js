// Starts main.ts with Node's code cache on. This file is JavaScript because Node would otherwise load its type stripper before the
// cache of stripped code is on, which takes a fifth of a start.
//
// npm start and the Dockerfile run it with --min-semi-space-size=16: by default V8 begins with one megabyte for young objects, and
// collects them seven times before the bot is ready.
import { mkdirSync } from 'node:fs'
import { enableCompileCache } from 'node:module'

try {
  // Before Node makes it with the usual rights: the database goes there too.
  mkdirSync('var', { recursive: true, mode: 0o700 })
} catch {
  // Only the cache needs it here.
}
enableCompileCache('var/cache/code')
await import('./main.ts')

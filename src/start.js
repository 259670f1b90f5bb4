// Starts main.ts with Node's code cache on, and says where our imports lead. This file is JavaScript because Node would otherwise load
// its type stripper before the cache of stripped code is on, which takes a fifth of a start.
//
// npm start and the Dockerfile run it with --min-semi-space-size=16: by default V8 begins with one megabyte for young objects, and
// collects them seven times before the bot is ready.
import { mkdirSync } from 'node:fs'
import { enableCompileCache, registerHooks } from 'node:module'

try {
  // Before Node makes it with the usual rights: the database goes there too.
  mkdirSync('var', { recursive: true, mode: 0o700 })
} catch {
  // Only the cache needs it here.
}
enableCompileCache('var/cache/code')
// An import of ours names its file, and package.json says what a .ts file is. Node would look for both again at each of hundreds of
// files, which takes another fifth.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && specifier.endsWith('.ts')
      ? { url: new URL(specifier, context.parentURL).href, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})
await import('./main.ts')

// Starts main.ts with Node's code cache on. In JavaScript, because Node would otherwise load its type stripper before it knows of the
// cache that keeps what was stripped: a fifth of the time of a start.
//
// npm start and the Dockerfile give it --min-semi-space-size=16: V8 begins with one megabyte for young objects, and clears it seven times
// before the bot is ready.
import { enableCompileCache } from 'node:module'

enableCompileCache('var/cache/code')
await import('./main.ts')

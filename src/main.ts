// The entry: makes the process fit to run for years, starts the service, and stops it in order.
import { enableCompileCache } from 'node:module'
import { runInUtc } from './config.ts'

enableCompileCache('var/cache/code')
const zone = runInUtc()
const { run } = await import('./run.ts')
await run(zone)

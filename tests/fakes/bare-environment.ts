// What a program that a test starts finds in its environment: the path and a code cache, no setting of the developer.
import { join } from 'node:path'

/**
 * All programs of all runs share the cache of compiled code, which more than halves the cost of a start. Node checks what it finds there.
 * https://nodejs.org/api/module.html#module-compile-cache
 */
const compiled = join(import.meta.dirname, '../../var/cache/tests')

/** @param more the settings of this program */
export function bareEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], NODE_COMPILE_CACHE: compiled, ...more }
}

// Where the benchmarks that measure no start keep the checked course, as an installation does from its second start on.
import { join } from 'node:path'

export const courseCache = join(import.meta.dirname, '../../var/cache/bench')

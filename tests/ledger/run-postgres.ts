// `npm run test:postgres`: the whole contract of the ledger on PostgreSQL, on one ledger and on two in turn.
import { spawnSync } from 'node:child_process'

const files = ['tests/ledger/postgres.test.ts', 'tests/ledger/postgres-in-turn.test.ts']
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', ...files], { stdio: 'inherit', env: { ...process.env, WHOLE_CONTRACT: '1' } })
process.exitCode = status ?? 1

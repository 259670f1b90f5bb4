// Properties are tried with the same values in each run, so that `npm test` says the same twice. `npm run test:seeds` tries others.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 1) })

// Which parts of the contract run on PostgreSQL with `npm test`: on two ledgers in turn those that the daily question needs most, and few on
// a ledger alone. `npm run test:postgres` runs all, which takes some minutes.
import type { PartName } from './contract.ts'

const daily: readonly PartName[] = ['delivery', 'closing', 'answers', 'rounds']

const isWhole = process.env['WHOLE_CONTRACT'] === '1'

export const partsInTurn = isWhole ? undefined : daily
export const partsAlone: readonly PartName[] | undefined = isWhole ? undefined : ['delivery', 'upkeep']

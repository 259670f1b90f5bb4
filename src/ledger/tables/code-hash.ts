// What is kept of a code: nobody who reads the database can use it.
import { createHash } from 'node:crypto'

export const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex')

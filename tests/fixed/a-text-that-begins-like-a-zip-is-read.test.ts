// Zips begin with PK and two more bytes, and so do questions about PKI, but for these two.
import { expect, test } from 'vitest'
import { isZip } from '../../src/course/import/anki/zip-entries.ts'
import { ankiPackage } from '../fakes/anki-package.ts'
import { target } from '../fakes/import-files.ts'

test('as text', () => {
  expect(target().take('pki.gift', 'PKI: who signs? {=The CA #It has the key. ~The host ####It alone can.}')).toContain('pki.gift (GIFT)')
  expect([isZip(ankiPackage('Ops', [['a', 'b']])), isZip(new TextEncoder().encode('PKI'))]).toEqual([true, false])
})

import { expect, it } from 'vitest'
import { toPostgres } from '../../src/ledger/postgres/dialect.ts'

it('numbers values in their order, and says where each comes from', () => {
  expect(toPostgres('SELECT 1 FROM t WHERE a = ? AND b = +? LIMIT ?')).toEqual({ text: 'SELECT 1 FROM t WHERE a = $1 AND b = $2 LIMIT $3', names: [0, 1, 2] })
  expect(toPostgres('UPDATE t SET a = ?2 WHERE b = +?1')).toEqual({ text: 'UPDATE t SET a = $1 WHERE b = $2', names: [1, 0] })
})

it('gives a name one number, however often it stands there', () => {
  expect(toPostgres('SELECT @at WHERE a = @placeId OR b = +@at')).toEqual({ text: 'SELECT $1 WHERE a = $2 OR b = $1', names: ['at', 'placeId'] })
})

it('quotes names with capitals, which PostgreSQL would make lowercase', () => {
  expect(toPostgres('SELECT place_id AS placeId, d.nextAt FROM t')).toEqual({ text: 'SELECT place_id AS "placeId", d."nextAt" FROM t', names: [] })
})

it('leaves the order of tables to PostgreSQL', () => {
  expect(toPostgres('SELECT 1 FROM a CROSS JOIN b ON b.id = a.id').text).toBe('SELECT 1 FROM a JOIN b ON b.id = a.id')
})

it('leaves texts and quoted names alone', () => {
  const sql = `SELECT 'who? @me, it''s a CROSS JOIN' AS "groupName", '%G-W%V' AS week`
  expect(toPostgres(sql)).toEqual({ text: sql, names: [] })
})

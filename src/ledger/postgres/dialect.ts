// Turns a statement of the tables into PostgreSQL's words. The statements are written in what SQLite and PostgreSQL both understand; what only
// differs in spelling is changed here, and functions that only SQLite has are made by migrations/001-ledger.sql.

export type PostgresStatement = {
  readonly text: string
  /** For $1, $2 and so on: the name of the value, or its place among the values, counted from 0. */
  readonly names: readonly (string | number)[]
}

/** Texts and quoted names stay as they are. A plus before a parameter is for SQLite alone (sqlite-ledger.ts). */
const tokens = /'(?:[^']|'')*'|"[^"]*"|\+?\?(?<number>\d*)|\+?@(?<name>\w+)|\bCROSS JOIN\b|\b[a-z]\w*[A-Z]\w*\b/gu

export function toPostgres(sql: string): PostgresStatement {
  const names: (string | number)[] = []
  let next = 0
  const parameter = (name: string | number) => {
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  }
  const text = sql.replace(tokens, (token, number: string | undefined, name: string | undefined) => {
    if (name !== undefined) return parameter(name)
    if (number !== undefined) return parameter(number === '' ? next++ : Number(number) - 1)
    // In SQLite it sets the order in which tables are gone through; in PostgreSQL it takes no condition.
    if (token === 'CROSS JOIN') return 'JOIN'
    // Names without quotes are made lowercase.
    return token.startsWith("'") || token.startsWith('"') ? token : `"${token}"`
  })
  return { text, names }
}

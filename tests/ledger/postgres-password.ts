// A role that has to give its password, on the server of the run, which asks nobody else for one.
import { Client } from 'pg'

/** @param use is given an address without a password, for a role that may connect and nothing else */
export async function withPassword(url: string, password: string, use: (url: string) => Promise<void>): Promise<void> {
  const administrator = new URL(url)
  administrator.username = 'postgres'
  const client = new Client(administrator.href)
  await client.connect()
  const role = `guest_${process.pid}`
  const lines = String((await client.query<{ text: string }>(`SELECT pg_read_file(current_setting('hba_file')) AS text`)).rows[0]?.text)
  const write = async (all: readonly string[]) => {
    const text = client.escapeLiteral(all.filter((line) => /^[a-z]/u.test(line)).join('\n'))
    const { rows } = await client.query<{ file: string }>(`SELECT current_setting('hba_file') AS file`)
    await client.query(`COPY (SELECT regexp_split_to_table(${text}, '\n')) TO ${client.escapeLiteral(String(rows[0]?.file))}`)
    await client.query('SELECT pg_reload_conf()')
  }
  try {
    await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`)
    await write([`host all ${role} 127.0.0.1/32 scram-sha-256`, ...lines.split('\n')])
    const guest = new URL(url)
    guest.username = role
    await use(guest.href)
  } finally {
    await write(lines.split('\n'))
    await client.query(`DROP ROLE IF EXISTS ${role}`)
    await client.end()
  }
}

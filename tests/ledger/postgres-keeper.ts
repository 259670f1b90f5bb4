// A process of its own that runs a PostgreSQL server in a folder for as long as another process lives, however that ends, and removes the
// folder at last: node postgres-keeper.ts <folder> <id of the process> <on or off: fsync>
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './is-alive.ts'
import { makePostgres } from './postgres-process.ts'

const [folder = '', owner = '', fsync = 'off'] = process.argv.slice(2)

try {
  const server = await makePostgres(folder, fsync === 'on' ? 'on' : 'off')
  await server.start()
  tell('ready', String(server.port))
  await Promise.race([server.end(), ownerGone()])
  await server.stop('immediate')
} catch (error) {
  tell('failed', error instanceof Error ? error.message : String(error))
  await ownerGone()
}
rmSync(folder, { recursive: true, force: true })

async function ownerGone(): Promise<void> {
  while (isAlive(Number(owner))) await new Promise((resolve) => setTimeout(resolve, 500))
}

/** Whole or not at all. */
function tell(name: string, text: string): void {
  writeFileSync(join(folder, `${name}.part`), text)
  renameSync(join(folder, `${name}.part`), join(folder, name))
}

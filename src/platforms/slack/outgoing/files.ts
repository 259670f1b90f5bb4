// The files of a screen, such as the export of somebody's data. Slack puts none into a private message, so they come in the direct
// messages with the bot, and if they can't, so does a word about that.
import { filesOf } from '../../../screens/files.ts'
import { notice } from '../../../screens/notice.ts'
import type { FileBlock, Screen } from '../../../screens/screen.ts'
import { faultName, readFault } from '../connection/fault.ts'
import type { UserId } from '../ids.ts'
import { postTo, type ShowTools } from './show.ts'
import { upload } from './upload.ts'

/** Never fails: a file that can't be sent is a line in the log and a message to the user. */
export type SendFiles = (screen: Screen, user: UserId) => Promise<void>

/** Answers that no second try changes: https://docs.slack.dev/reference/methods/files.getUploadURLExternal#errors */
const forGood: Readonly<Record<string, string>> = {
  missing_scope: 'The app isn’t allowed to send files here. Ask an admin of the workspace to allow it: the app needs the permission files:write.',
  file_uploads_disabled: 'This workspace doesn’t allow files. Ask an admin of the workspace.',
}

const notNow = 'Slack didn’t take the files. Try again in a minute.'

/** A second export that is asked for meanwhile would bring the same files. */
export function createFileSender(tools: ShowTools): SendFiles {
  const underWay = new Set<UserId>()

  return async (screen, user) => {
    const files = filesOf(screen)
    if (files.length === 0 || underWay.has(user)) return
    underWay.add(user)
    try {
      await sendAll(tools, user, files)
    } finally {
      underWay.delete(user)
    }
  }
}

async function sendAll(tools: ShowTools, user: UserId, files: readonly FileBlock[]): Promise<void> {
  try {
    for (const { name, title, data } of files) await upload(tools, { channels: user }, { name, title, data, type: 'application/octet-stream' })
  } catch (error) {
    const fault = readFault(error)
    tools.log.warn({ user, fault: faultName(error) }, 'could not send a file')
    const why = (fault.kind === 'platform' ? forGood[fault.error] : undefined) ?? notNow
    await postTo(tools, user, notice('I couldn’t send your files', [[why]]), user)
  }
}

// Gives somebody everything that the bot keeps of them.
import type { Dossier } from '../../ledger/exporting.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import type { FileBlock, Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import { accountOf } from '../learner.ts'
import type { Means } from '../services.ts'
import { answersCsv, dateOf, exportJson } from './export-files.ts'
import { amountsOf, exportScreen, nothingToExport, tooLarge } from './export-screen.ts'
import type { exporting } from './face.ts'

export const commands: Answers<typeof exporting>['commands'] = {
  export: (_, request, means) => exportAll(request, means),
}

export const controls: Answers<typeof exporting>['controls'] = {}

/** Discord takes 10 MiB a message: https://docs.discord.com/developers/reference#uploading-files */
const mostBytes = 9_000_000
/** A larger file is sent packed. */
const plainBytes = 4_000_000

async function exportAll(request: Request, { ledger }: Means): Promise<Screen> {
  const seen = personSeen(request)
  const known = await ledger.forgetting.known(seen)
  if (!known.here && !known.elsewhere && !known.alone) return nothingToExport()
  // Memories are made from the log when they are needed.
  await ledger.memories.of(accountOf(request))
  const dossier = await ledger.exporting.of(seen)
  if (dossier === undefined) return nothingToExport()
  const files = await filesOf(dossier, request)
  const size = files.reduce((sum, { data }) => sum + data.byteLength, 0)
  return size > mostBytes ? tooLarge() : exportScreen(amountsOf(dossier), files)
}

async function filesOf(dossier: Dossier, { at }: Pick<Request, 'at'>): Promise<readonly FileBlock[]> {
  const date = dateOf(at)
  return Promise.all([
    file(`studyhall-export-${date}.json`, 'Everything, for programs', exportJson(dossier, at)),
    file(`studyhall-answers-${date}.csv`, 'Your answers, for a spreadsheet', answersCsv(dossier)),
  ])
}

async function file(name: string, title: string, text: string): Promise<FileBlock> {
  const data = new TextEncoder().encode(text)
  return data.byteLength > plainBytes ? { kind: 'file', name: `${name}.gz`, title, data: await packed(data) } : { kind: 'file', name, title, data }
}

async function packed(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([data]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer())
}

// Gives somebody everything that the bot keeps of them.
import type { Dossier } from '../../ledger/exporting.ts'
import { mostFileBytes, textFile } from '../../screens/files.ts'
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
  return size > mostFileBytes ? tooLarge() : exportScreen(amountsOf(dossier), files)
}

async function filesOf(dossier: Dossier, { at }: Pick<Request, 'at'>): Promise<readonly FileBlock[]> {
  const date = dateOf(at)
  return Promise.all([
    textFile(`studyhall-export-${date}.json`, 'Everything, for programs', exportJson(dossier, at)),
    textFile(`studyhall-answers-${date}.csv`, 'Your answers, for a spreadsheet', answersCsv(dossier)),
  ])
}

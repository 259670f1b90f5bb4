// The channel whose team's questions the asker may work on.
import type { PlaceId } from '../../core/quiz.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { refused } from '../refused.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'

export async function managed(request: Request, means: Means): Promise<{ readonly place: PlaceId } | { readonly no: Screen }> {
  const no = await notAllowed(request, means)
  return no === undefined && request.place !== null ? { place: request.place } : { no: no ?? refused({ kind: 'no-quiz' }) }
}

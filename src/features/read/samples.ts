// Samples of the screens of this feature, from a made-up document.
import { sectionMark } from '../../screens/passage.ts'
import { source } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { passageScreen } from './passage-screen.ts'

const text = `AWS runs **the platform**, you bring the code.

| Part | Who |
|---|---|
| Managed runtime | AWS |
| Libraries in the package | The customer |

- Dependencies travel in *your* package.
- The execution role is yours.

> Note: with container images the runtime is yours as well.`

export const samples = (): Samples => new Map([
  ['passage', passageScreen({ heading: source.section, document: source.title, mark: sectionMark(source.key), blocks: markdownBlocks(text), page: 0, pages: 2 })],
])

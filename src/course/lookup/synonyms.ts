// Words that mean the same to somebody who looks for a story, a rule to remember, or advice. They widen a search that found nothing.
import { stem } from './words.ts'

const groups = `
  myth misconception misunderstanding misbelief fallacy
  shortcut trick mnemonic memorize remember memory
  analogy metaphor comparison
  flat apartment house landlord tenant building renting rental rent
  hospital healthcare clinic patient medical
  bank financial fintech payments payment
  shop store ecommerce commerce online retail
  identical same equal uniform alike
  talk communicate communication inform tell notify
  again regular regularly quarterly often periodic revisit
  fully completely entirely
  split responsibility
  everywhere all every
  coordinate coordination together
  mindset ask question`

const byRoot: ReadonlyMap<string, readonly string[]> = new Map(
  groups.trim().split('\n').flatMap((line) => {
    const roots = line.trim().split(' ').map(stem)
    return roots.map((root) => [root, roots] as const)
  }),
)

/** The root itself first. */
export const synonymsOf = (root: string): readonly string[] => [root, ...(byRoot.get(root) ?? []).filter((other) => other !== root)]

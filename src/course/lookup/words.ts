// Cuts a question into words, and words down to stems.

/** Lower case, without accents and punctuation. `CI/CD` and `e-mail` become two words each, `S3's` becomes `s3`. */
export function readWords(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}+/gu, '').toLowerCase().replaceAll(/\s[&+]\s/g, ' and ')
  return plain.replaceAll(/['’`]s\b/g, '').replaceAll(/['’`]/g, '').match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Equal for plurals, verb forms and spellings of one word. Not a linguist's stem, and never shown. */
export function stem(written: string): string {
  const known = stems.get(written)
  if (known !== undefined) return known
  if (stems.size >= mostKept) stems.clear()
  const made = cut(written)
  stems.set(written, made)
  return made
}

/** The words of a course come again and again. */
const stems = new Map<string, string>()
const mostKept = 20_000

function cut(written: string): string {
  if (written.length <= 3 || /\d/.test(written)) return written
  const word = american(written)
  return withoutEnding(withoutPlural(word)).replace(/(?<=.{3})e$/, '')
}

/** British spelling to American. */
function american(word: string): string {
  return word.replace(/centre/, 'center').replace(/is(?=ations?$|e[drs]?$|ing$)/, 'iz').replace(/yse(?=[drs]?$)/, 'yze').replace(/our(?=s?$|ed$|ing$)/, 'or')
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /(?:[^sui]|^..[iu])s$/.test(word) ? word.slice(0, -1) : word
}

function withoutEnding(word: string): string {
  const ending = /(?:ing|ed)$/.exec(word)
  if (ending === null || ending.index < 3 || !/[aeiouy]/.test(word.slice(0, ending.index))) return word
  return word.slice(0, ending.index).replace(/([bdgklmnprt])\1$/, '$1')
}

const particles: ReadonlySet<string> = new Set(['on', 'off', 'up'])
const splittable: ReadonlySet<string> = new Set(
  'turn turns turned turning switch switches switched switching set sets setting back backs backed backing'.split(' '),
)

/** Puts a particle behind its verb: "who turns the trail on" becomes "who turns on the trail". */
export function joinParticles(words: readonly string[]): readonly string[] {
  const joined = [...words]
  for (const [at, word] of words.entries()) {
    if (!splittable.has(word) || particles.has(words[at + 1] ?? '')) continue
    const particle = words.findIndex((other, place) => place > at + 1 && place <= at + 5 && particles.has(other))
    const isLast = particle === words.length - 1
    const follows = words[particle + 1] ?? ''
    if (particle === -1 || !(isLast || ['for', 'in', 'when', 'by', 'and', 'to'].includes(follows))) continue
    joined.splice(at + 1, 0, ...joined.splice(particle, 1))
    break
  }
  return joined
}

// A bank of many questions for the tests of what is counted over all of them.
import { stringify } from 'yaml'

const letters = ['a', 'b', 'c', 'd'] as const

export type Slot = {
  readonly owner: 'landlord' | 'tenant' | 'both'
  readonly difficulty: 'easy' | 'medium' | 'hard'
  readonly pick: 1 | 2
  /** Where the first right option stands, 0 to 3. */
  readonly position: number
  readonly rightText: string
  readonly wrongText: string
}

/** The text of questions/<topic>.yaml. Stems and facts differ enough not to be twins. */
export function bankFile(topic: string, count: number, slot: (at: number) => Partial<Slot> = () => ({})): string {
  const questions = Array.from({ length: count }, (_, at) => {
    const { owner = 'tenant', difficulty = 'easy', pick = 1, position = at % 4, rightText = 'Choice', wrongText = 'Choice' } = slot(at)
    const key = letters.filter((_, letter) => (letter - position + 4) % 4 < pick)
    const wrong = letters.filter((letter) => !key.includes(letter))
    const text = (letter: (typeof letters)[number]) => `${key.includes(letter) ? rightText : wrongText} ${letter.repeat(3)}`
    return {
      id: `${topic}-${at}`,
      difficulty,
      owner,
      form: 'who-owns',
      stem: `${topic}${at}who ${topic}${at}when ${topic}${at}why?`,
      options: Object.fromEntries(letters.map((letter) => [letter, text(letter)])),
      key,
      explanation: 'It is so.',
      whyNot: Object.fromEntries(wrong.map((letter) => [letter, 'It is not.'])),
      keyPoint: 'So it is.',
      sources: ['fire / Smoke alarms'],
      facts: [`f${topic.length}${at}`],
    }
  })
  return stringify({ topic, questions })
}

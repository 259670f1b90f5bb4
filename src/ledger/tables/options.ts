// Options as they are kept: a list as JSON.
import type { OptionId } from '../../core/quiz.ts'

export const optionsIn = (text: string): readonly OptionId[] => JSON.parse(text) as readonly OptionId[]

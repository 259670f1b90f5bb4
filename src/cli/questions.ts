// A question as JSON, for programs that read the bank.
import type { Question } from '../course/course.ts'

export function questionAsJson(question: Question): object {
  const { id, topic, stem, pick, key, explanation, whyNot, keyPoint, note, difficulty, owner, form, facts } = question
  return {
    id,
    topic,
    stem,
    pick,
    options: question.options,
    key,
    explanation,
    whyNot,
    keyPoint,
    note: note ?? null,
    difficulty,
    owner,
    form,
    facts,
    sources: question.sources.map(({ document, section }) => ({ document, section })),
  }
}

// A question as JSON, for programs that read the question bank.
import type { Question } from '../course/course.ts'

/** What `study questions --json` prints: programs rely on the names of its fields. */
export function questionAsJson(question: Question): object {
  const { id, topic, stem, pick, options, key, explanation, whyNot, keyPoint, note, image, difficulty, owner, form, facts, sources } = question
  return {
    id,
    topic,
    stem,
    pick,
    options,
    key,
    explanation,
    whyNot,
    keyPoint,
    note: note ?? null,
    image: image ?? null,
    difficulty,
    owner,
    form,
    facts,
    sources: sources.map(({ document, section }) => ({ document, section })),
  }
}

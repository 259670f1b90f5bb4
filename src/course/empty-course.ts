// Stands in for a course that the bot doesn't have, where a channel is still set up with it.
import type { Course } from './course.ts'
import { indexOf, type CourseContent } from './course-index.ts'

export function emptyCourse(id: string): Course {
  const content: CourseContent = {
    id,
    title: id,
    summary: '',
    parties: {
      provider: { id: 'provider', name: 'The provider', role: 'provider' },
      customer: { id: 'customer', name: 'The customer', role: 'customer' },
      shared: { id: 'shared', name: 'Both', role: 'shared' },
    },
    documents: [], topics: [], questions: [], concepts: [], responsibilities: [], tables: [], glossary: [], facts: [], flashcards: [], cases: [], tips: [],
    checklist: [], controlCategories: [], controls: [], sheets: [], diagrams: [], phrasings: [], phrasingIndex: { answers: [], tokens: [], sentences: [] }, pictures: [], waive: {},
  }
  return { ...content, byId: indexOf(content) }
}

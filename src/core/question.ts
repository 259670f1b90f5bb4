// A question as it is shown: what the course says of it, whatever the course is made of.
import type { OptionId } from './quiz.ts'

/** The words of a question. A round keeps them as they stood when it was claimed, and shows these whatever the course says later. */
export type QuestionWords = {
  readonly topicTitle: string
  readonly stem: string
  readonly options: readonly { readonly id: OptionId; readonly text: string }[]
  readonly explanation: string
  /** For every option that is not right. */
  readonly whyNot: Readonly<Partial<Record<OptionId, string>>>
  readonly keyPoint: string
  readonly note: string | null
  readonly sources: readonly Source[]
  /** Where it can be read, as the people wrote who added the question; absent for one of the course. */
  readonly reference?: string
  /** Absent if it has none. */
  readonly image?: QuestionImage
}

export type ImageType = 'png' | 'jpeg' | 'gif' | 'svg'

/**
 * A picture that belongs to a question. `hash`: of its bytes, so that no other picture takes its place. `alt`: what it shows, in words.
 * `path`: where it is; absent in what a round keeps, and if the course no longer has this very picture.
 */
export type QuestionImage = { readonly hash: string; readonly type: ImageType; readonly alt: string; readonly path?: string }

/** All that the screens of a question show. */
export type QuestionContent = QuestionWords & {
  /** Stands at the end of the long explanation and is about something else, so it comes from the course as it is now. */
  readonly tip: string | null
}

/**
 * Where a statement comes from: a document by its id and title, and a section of it; `key` tells the section from all others of its course.
 * `course`: the number of that one, where a screen has to say it.
 */
export type Source = { readonly document: string; readonly title: string; readonly section: string; readonly key: string; readonly course?: number }

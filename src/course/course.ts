// The loaded course: read-only, with every citation resolved. read/schema.ts says what each field means to an author.
import type { ImageType, QuestionWords } from '../core/question.ts'
import type { AskedFile } from './read/schema-asked.ts'
import type { CasesFile, ChecklistFile, ControlsFile, FlashcardsFile, TipsFile } from './read/schema-aids.ts'
import type { DiagramsFile } from './read/schema-diagrams.ts'
import type { CourseFile, FactsFile, GlossaryFile, OptionId, QuestionRow, ResponsibilitiesFile, ResponsibilityRow } from './read/schema.ts'

type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T

/** Fixed in every course; each course says who plays them. */
export type Role = 'provider' | 'customer' | 'shared'

export type Party = { readonly id: string; readonly name: string; readonly role: Role }

/** A part of a study document, from one heading to the next of any level. */
export type Section = {
  /** The id of the document. */
  readonly document: string
  readonly heading: string
  /** The headings from level 2 down to this one; just the title for a part under the level 1 heading. */
  readonly path: readonly string[]
  readonly level: number
  /** Markdown, without the comments that mark facts. */
  readonly text: string
  /** Ids of the facts that are marked in this section. */
  readonly facts: readonly string[]
  /** The shortest citation that names no other section, for example `000 / Overview`. */
  readonly key: string
}

export type StudyDocument = {
  readonly id: string
  readonly title: string
  /** What texts and citations call it: the title, unless the course gives it a shorter name. */
  readonly short: string
  /** What it is, how long it takes, what comes after it; absent if the course does not say. */
  readonly about?: string | undefined
  readonly sections: readonly Section[]
}

export type Citation = {
  /** The id of the document. */
  readonly document: string
  /** The short title of the document. */
  readonly title: string
  /** The heading of the section. */
  readonly section: string
  /** The key of the section in `byId.sections`: headings can repeat, keys cannot. */
  readonly key: string
}

export type Topic = Immutable<CourseFile['topics'][number]>

export type Option = { readonly id: OptionId; readonly text: string }

export type Question = Immutable<Omit<QuestionRow, 'options' | 'sources'>> & {
  /** The id of the topic. */
  readonly topic: string
  /** In the order of their letters. */
  readonly options: readonly Option[]
  /** How many options to select: 1, or N for "Select N". */
  readonly pick: number
  readonly sources: readonly Citation[]
  /** What it shows, if a team wrote it and it isn't one of the course. */
  readonly team?: QuestionWords
}

export type ConceptKind = 'service' | 'thing' | 'act'
export type Concept = Immutable<ResponsibilitiesFile['services'][number]> & { readonly kind: ConceptKind }

type Sourced<Row> = Row extends unknown ? Immutable<Omit<Row, 'sources'>> & { readonly sources: readonly Citation[] } : never
export type Responsibility = Sourced<ResponsibilityRow>
export type Table = Sourced<ResponsibilitiesFile['tables'][number]>
export type Term = Sourced<GlossaryFile['terms'][number]>
export type Fact = Immutable<Omit<FactsFile['facts'][number], 'source'>> & { readonly source: Citation }

/** `team`: the title of its deck, if a team brought it along and it isn't one of the course. */
export type Flashcard = Sourced<FlashcardsFile['cards'][number]> & { readonly team?: string }
export type Finding = Sourced<CasesFile['cases'][number]['findings'][number]>
/** A guided case: a situation, and what there is to notice in it. */
export type Case = Omit<Sourced<CasesFile['cases'][number]>, 'findings'> & { readonly findings: readonly Finding[] }
/** Sections of the documents that people want to have at hand, under a name of their own. */
export type Sheet = Sourced<CourseFile['sheets'][number]>
/** What a team goes through each quarter. */
export type ReviewAdvice = Immutable<Omit<NonNullable<CourseFile['reviews']>, 'source'>> & { readonly source: Citation }
export type Tip = Sourced<TipsFile['tips'][number]>
export type ChecklistItem = Sourced<ChecklistFile['items'][number]>
/** What controls are sorted into: inherited, shared, customer specific. */
export type ControlCategory = Immutable<ControlsFile['categories'][number]>
/** A security control, or whatever the course sorts into categories. */
export type ControlItem = Sourced<ControlsFile['controls'][number]>
export type Diagram = Sourced<DiagramsFile['diagrams'][number]>

type WrittenAnswer = AskedFile['phrasings'][number]['answer']
/** How people ask for one thing: rows, a section, a term, a fact; or for what the documents do not hold. */
export type Phrasing = {
  readonly answer: Immutable<Exclude<WrittenAnswer, { section: string }>> | { readonly section: Citation }
  readonly asked: readonly string[]
}

export type PhrasingIndex = {
  readonly answers: readonly Phrasing['answer'][]
  /** What sentences are compared by. */
  readonly tokens: readonly string[]
  /** For each sentence the place of its answer, how many tokens it has, and these: the place of a token, times 16, plus its weight in fifteenths. */
  readonly sentences: readonly number[]
}

/** `file`: as questions name it, relative to the folder. `path`: where it is on this machine. */
export type CoursePicture = { readonly file: string; readonly path: string; readonly type: ImageType; readonly hash: string }

export type Course = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly parties: Readonly<Record<Role, Party>>
  readonly documents: readonly StudyDocument[]
  readonly topics: readonly Topic[]
  readonly questions: readonly Question[]
  readonly concepts: readonly Concept[]
  readonly responsibilities: readonly Responsibility[]
  readonly tables: readonly Table[]
  readonly glossary: readonly Term[]
  readonly facts: readonly Fact[]
  readonly flashcards: readonly Flashcard[]
  readonly cases: readonly Case[]
  readonly tips: readonly Tip[]
  readonly checklist: readonly ChecklistItem[]
  readonly controlCategories: readonly ControlCategory[]
  readonly controls: readonly ControlItem[]
  readonly sheets: readonly Sheet[]
  readonly diagrams: readonly Diagram[]
  readonly phrasings: readonly Phrasing[]
  /** The same as numbers, for look-ups. */
  readonly phrasingIndex: PhrasingIndex
  /** Those that questions show. */
  readonly pictures: readonly CoursePicture[]
  /** Absent if the course gives no advice on it. */
  readonly reviews?: ReviewAdvice | undefined
  /** The version whose place this one took while the bot was running: private sessions that began with it go on with its words. */
  readonly earlier?: Course | undefined
  /** Why a warning about the course as a whole is left standing, by the id of its check. */
  readonly waive: Readonly<Record<string, string>>
  readonly byId: {
    readonly parties: ReadonlyMap<string, Party>
    readonly documents: ReadonlyMap<string, StudyDocument>
    /** By `Section.key`. */
    readonly sections: ReadonlyMap<string, Section>
    readonly topics: ReadonlyMap<string, Topic>
    readonly questions: ReadonlyMap<string, Question>
    readonly concepts: ReadonlyMap<string, Concept>
    readonly responsibilities: ReadonlyMap<string, Responsibility>
    readonly tables: ReadonlyMap<string, Table>
    readonly glossary: ReadonlyMap<string, Term>
    readonly facts: ReadonlyMap<string, Fact>
    readonly flashcards: ReadonlyMap<string, Flashcard>
    readonly cases: ReadonlyMap<string, Case>
    readonly tips: ReadonlyMap<string, Tip>
    readonly checklist: ReadonlyMap<string, ChecklistItem>
    readonly controlCategories: ReadonlyMap<string, ControlCategory>
    readonly controls: ReadonlyMap<string, ControlItem>
    readonly sheets: ReadonlyMap<string, Sheet>
    readonly diagrams: ReadonlyMap<string, Diagram>
  }
}

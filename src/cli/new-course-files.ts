// The files of a new course folder, filled in with its author's answers.
import { courseIdOf } from '../course/import/into/slug.ts'

export type NewCourseAnswers = {
  readonly title: string
  /** Who can be responsible, as at the start of a sentence: "The landlord", "The tenant", "Both". */
  readonly provider: string
  readonly customer: string
  readonly shared: string
}

/**
 * The text of each file by its path in the folder. Together they pass the checker. Each YAML file begins with a line for editors, where
 * `$schemas` is a placeholder for the path to data/schemas/.
 */
export function newCourseFiles(answers: NewCourseAnswers): ReadonlyMap<string, string> {
  return new Map([
    ['course.yaml', courseFile(answers)],
    ['documents/intro.md', introduction],
    ['facts.yaml', facts],
    ['questions/basics.yaml', questions],
    ['responsibilities.yaml', responsibilities],
    ['glossary.yaml', glossary],
    ['README.md', readme(answers)],
  ])
}

/** Typed text is quoted; a JSON string is a YAML string too. */
const quoted = (text: string): string => JSON.stringify(text)

const courseFile = ({ title, provider, customer, shared }: NewCourseAnswers): string => `# yaml-language-server: $schema=$schemas/course.json
id: ${courseIdOf(title)}
title: ${quoted(title)}
summary: Say in one or two sentences what people learn here.
# Who can be responsible. Questions and rows refer to them by id. You can change the ids.
parties:
  provider: { id: provider, name: ${quoted(provider)} }
  customer: { id: customer, name: ${quoted(customer)} }
  shared: { id: shared, name: ${quoted(shared)} }
documents:
  - { id: intro, title: Introduction, file: documents/intro.md }
# The weight is the share of questions that a topic should have, in percent.
topics:
  - { id: basics, title: The basics, weight: 100 }
`

const introduction = `# Introduction

## Who does what

Write what people should learn here, with a heading for each subject. Questions cite these headings. Until then, this page says that the
author checks the course before others see it.

<!-- facts: f1 -->
`

const facts = `# yaml-language-server: $schema=$schemas/facts.json
# What the documents say, one fact each. A comment in the section names the fact. The checker lists facts that no question tests.
facts:
  - { id: f1, source: intro / Who does what, subject: course, aspect: check, owner: customer, fact: The author checks the course before others see it. }
`

const questions = `# yaml-language-server: $schema=$schemas/questions.json
topic: basics
questions:
  - id: first-question
    difficulty: easy
    owner: customer
    form: which-action
    stem: You have written a question and want to post it tomorrow. What comes first?
    options:
      a: Running the checker
      b: Asking the channel to vote
      c: Making a second copy
    key: [a]
    explanation: The checker finds what would keep the bot from asking a question, and names the line.
    whyNot:
      b: A vote shows what people like. It does not find a key that is not an option.
      c: The checker reports a copy as a duplicate.
    keyPoint: Check first, then post.
    sources: [intro / Who does what]
    facts: [f1]
`

const responsibilities = `# yaml-language-server: $schema=$schemas/responsibilities.json
# Look-ups answer from these rows. List the words that people type for a thing or an act as its aliases.
things:
  - { id: course, name: course, aliases: [study material] }
acts:
  - { id: check, name: check, aliases: [test, proofread] }
rows:
  - id: course-check
    title: Checking the course
    thing: [course]
    act: [check]
    owner: customer
    customer: The author runs the checker before others see the course.
    topics: [basics]
    sources: [intro / Who does what]
`

const glossary = `# yaml-language-server: $schema=$schemas/glossary.json
terms:
  - id: key-point
    term: Key point
    aliases: [takeaway]
    definition: What to remember from a question, in one line.
    sources: [intro / Who does what]
`

const readme = ({ title }: NewCourseAnswers): string => `# ${title}

The bot's data/README.md describes how to write documents, questions, and the other files. Run these in the bot's folder:

- \`npm run -s study -- check <this folder>\` lists every problem with its file, line, and fix.
- \`COURSE_FOLDER=<this folder> npm start\` runs the bot with this course.
`

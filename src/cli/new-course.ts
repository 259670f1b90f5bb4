// A new course folder: as little as a course can be, valid from the start, each file saying how to go on.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

export type NewCourseAnswers = {
  /** What the course is called. */
  readonly title: string
  /** Who can be responsible, as at the start of a sentence: "The landlord", "The tenant", "Both". */
  readonly provider: string
  readonly customer: string
  readonly shared: string
}

const usualAnswers: NewCourseAnswers = { title: 'A new course', provider: 'The provider', customer: 'The customer', shared: 'Both' }

const schemas = resolve(import.meta.dirname, '../../data/schemas')
const longest = 100

/** Writes the files and names them, or says in a sentence why it did not. */
export function newCourse(dir: string, answers: Partial<NewCourseAnswers> = {}): { readonly files: readonly string[] } | { readonly problem: string } {
  const given: NewCourseAnswers = { ...usualAnswers, ...answers }
  const faulty = Object.entries(given).find(([, text]) => text.trim() === '' || text.length > longest)
  if (faulty !== undefined) return { problem: `The ${faulty[0]} needs 1 to ${longest} characters.` }
  if (new Set([given.provider, given.customer, given.shared].map((name) => name.trim().toLowerCase())).size < 3) {
    return { problem: 'The provider, the customer and what both share need three different names.' }
  }
  try {
    const found = entriesOf(dir)
    if (found.length > 0) return { problem: `The folder ${dir} is not empty (it holds ${found[0]}). Name a new or an empty folder.` }
    const files = [...filesOf(given)]
    for (const [name, text] of files) {
      const file = join(dir, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, withSchema(file, text), { flag: 'wx' })
    }
    return { files: files.map(([name]) => name) }
  } catch (fault) {
    return { problem: `The course could not be written to ${dir}: ${fault instanceof Error ? fault.message : String(fault)}.` }
  }
}

/** Hidden files are the editor's or the system's own, and a course may have them. */
function entriesOf(dir: string): readonly string[] {
  mkdirSync(dir, { recursive: true })
  return readdirSync(dir).filter((name) => !name.startsWith('.')).sort()
}

function idOf(title: string): string {
  const id = (title.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-')
  // YAML would read some as something other than text.
  return /^[a-z]/.test(id) && !['null', 'true', 'false'].includes(id) ? id : `course-${id}`.replace(/-$/, '')
}

/** Puts the path to the schemas in: an editor then completes and checks the file. */
function withSchema(file: string, text: string): string {
  const path = relative(dirname(resolve(file)), schemas).split(sep).join('/')
  return text.replace('$schemas', () => path)
}

function filesOf({ title, provider, customer, shared }: NewCourseAnswers): ReadonlyMap<string, string> {
  // What somebody typed is quoted; JSON's quotes are YAML's too.
  const quoted = JSON.stringify
  return new Map([
    ['course.yaml', `# yaml-language-server: $schema=$schemas/course.json
id: ${idOf(title)}
title: ${quoted(title)}
summary: Say in one or two sentences what a group learns here.
# Who can be responsible. Questions and rows name them by their ids; give them ids of your own if you like.
parties:
  provider: { id: provider, name: ${quoted(provider)} }
  customer: { id: customer, name: ${quoted(customer)} }
  shared: { id: shared, name: ${quoted(shared)} }
documents:
  - { id: intro, title: Introduction, file: documents/intro.md }
# The weight is the share of the questions that a topic is to have, in percent.
topics:
  - { id: basics, title: The basics, weight: 100 }
`],
    ['documents/intro.md', `# Introduction

## Who does what

Write here what people are to learn, a heading for each subject: questions cite the headings. Until then this page says that
whoever writes the course checks it before others see it.

<!-- facts: f1 -->
`],
    ['facts.yaml', `# yaml-language-server: $schema=$schemas/facts.json
# What the documents say, one fact each. The section names the fact in a comment; the checker tells which ones no question tests.
facts:
  - { id: f1, source: intro / Who does what, subject: course, aspect: check, owner: customer, fact: The writer checks the course before others see it. }
`],
    ['questions/basics.yaml', `# yaml-language-server: $schema=$schemas/questions.json
topic: basics
questions:
  - id: first-question
    difficulty: easy
    owner: customer
    form: which-action
    stem: You have written a question and want to post it tomorrow. What comes first?
    options:
      a: A run of the checker
      b: A vote in the channel
      c: A second copy of it
    key: [a]
    explanation: The checker finds what would keep a question from being asked, and names the line.
    whyNot:
      b: A vote shows what people like. It does not find a key that names no option.
      c: A copy would be told as a twin.
    keyPoint: Check first, post then.
    sources: [intro / Who does what]
    facts: [f1]
`],
    ['responsibilities.yaml', `# yaml-language-server: $schema=$schemas/responsibilities.json
# Look-ups answer from the rows. The words that people type for a thing or an act stand at its aliases.
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
    customer: Whoever writes the course runs the checker before others see it.
    topics: [basics]
    sources: [intro / Who does what]
`],
    ['glossary.yaml', `# yaml-language-server: $schema=$schemas/glossary.json
terms:
  - id: key-point
    term: Key point
    aliases: [takeaway]
    definition: What to remember of a question, in one line.
    sources: [intro / Who does what]
`],
    ['README.md', `# ${title}

How to write documents, questions and the other files is told in data/README.md of the bot. From the folder of the bot:

- \`npm run -s study -- check <this folder>\` lists every problem with file, line and remedy.
- \`COURSE_FOLDER=<this folder> npm start\` runs the bot with this course.
`],
  ])
}

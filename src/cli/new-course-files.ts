// What a new course folder holds: the text of each file, with what its author answered.

export type NewCourseAnswers = {
  /** What the course is called. */
  readonly title: string
  /** Who can be responsible, as at the start of a sentence: "The landlord", "The tenant", "Both". */
  readonly provider: string
  readonly customer: string
  readonly shared: string
}

/**
 * The files of a course that passes the checker, by path below its folder. Each YAML file begins with a line for editors in which
 * `$schemas` stands for the path to data/schemas/.
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

function idOf(title: string): string {
  const id = (title.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-')
  // YAML reads null, true, false and numbers as something other than text.
  return /^[a-z]/.test(id) && !['null', 'true', 'false'].includes(id) ? id : `course-${id}`.replace(/-$/, '')
}

/** Typed text is quoted; a JSON string is a YAML string too. */
const quoted = (text: string): string => JSON.stringify(text)

const courseFile = ({ title, provider, customer, shared }: NewCourseAnswers): string => `# yaml-language-server: $schema=$schemas/course.json
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
`

const introduction = `# Introduction

## Who does what

Write here what people are to learn, a heading for each subject: questions cite the headings. Until then this page says that
whoever writes the course checks it before others see it.

<!-- facts: f1 -->
`

const facts = `# yaml-language-server: $schema=$schemas/facts.json
# What the documents say, one fact each. The section names the fact in a comment; the checker tells which ones no question tests.
facts:
  - { id: f1, source: intro / Who does what, subject: course, aspect: check, owner: customer, fact: The writer checks the course before others see it. }
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
`

const responsibilities = `# yaml-language-server: $schema=$schemas/responsibilities.json
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
`

const glossary = `# yaml-language-server: $schema=$schemas/glossary.json
terms:
  - id: key-point
    term: Key point
    aliases: [takeaway]
    definition: What to remember of a question, in one line.
    sources: [intro / Who does what]
`

const readme = ({ title }: NewCourseAnswers): string => `# ${title}

How to write documents, questions and the other files is told in data/README.md of the bot. From the folder of the bot:

- \`npm run -s study -- check <this folder>\` lists every problem with file, line and remedy.
- \`COURSE_FOLDER=<this folder> npm start\` runs the bot with this course.
`

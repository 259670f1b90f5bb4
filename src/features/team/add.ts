// Adds questions: by the form, as text, or from a file.
import { contradiction, rewrite, type TeamQuestion, type TeamText } from '../../core/team-question.ts'
import { checkTeamQuestion } from '../../course/check-team-question.ts'
import type { Course } from '../../course/course.ts'
import type { Item } from '../../course/import/items.ts'
import { readFileText, readItems, type ReadItems } from '../../course/import/read-items.ts'
import type { FormValues } from '../../screens/form.ts'
import { refusal } from '../../screens/notice.ts'
import type { AttachedFile, Reply, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Text } from '../../screens/text.ts'
import type { Means } from '../services.ts'
import { addCards, cardsIn } from './decks.ts'
import { team } from './face.ts'
import { addButton, cantRead, howToChange, howToType, importedScreen } from './list-screen.ts'
import { managed } from './managed.ts'
import { notWhileOpen, openNow } from './open-now.ts'
import { canBeAsked } from './question-screen.ts'
import { errorsByField, filledWith, lineFor, questionForm, textFrom } from './question-form.ts'
import { screenOf, teamRefused } from './shown.ts'

export async function askForNew(request: Request, means: Means): Promise<Screen | Reply> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  return {
    to: 'form', form: questionForm(undefined), values: filledWith(undefined), place: request.place,
    parts: [addButton('Open the form', true)], screen: howToType, line: null, example,
  }
}

const example = 'add-question Who restarts the queue? | * The team on call | - The first to see it | Why: They have the runbook. | Source: Runbook, page 2'

export async function askToChange(id: string, request: Request, means: Means): Promise<Screen | Reply> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const question = await means.ledger.teamQuestions.find(found.place, id)
  if (question === undefined) return teamRefused({ kind: 'no-such-question' })
  if ((await openNow(found.place, request, means))(question)) return notWhileOpen(id)
  return {
    to: 'form', form: questionForm(id), values: filledWith(question.text), place: request.place,
    parts: [{ label: 'Open the form', control: team.controls.edit.text({ question: id }), primary: true }],
    screen: howToChange, line: lineFor(id, question.text), example: null,
  }
}

/** @param about the question that the form changes; undefined for a new one */
export async function addFilled(values: FormValues, about: string | undefined, request: Request, means: Means): Promise<Screen | Reply> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const text = textFrom(values)
  const errors = errorsByField(checkTeamQuestion(means.course, text))
  if (Object.keys(errors).length > 0) {
    const again = about === undefined ? team.controls.add.text({}) : team.controls.edit.text({ question: about })
    return { to: 'form-errors', errors, screen: refusal('Check this question', Object.values(errors).map((error) => [error])), again, typed: values }
  }
  return about === undefined ? addOne(text, found.place, request, means) : changeOne(about, text, found.place, request, means)
}

async function addOne(text: TeamText, place: string, request: Request, means: Means): Promise<Screen> {
  const added = await means.ledger.teamQuestions.add(place, request.asker, [text], request.event, request.at)
  if (added.kind === 'refused') return teamRefused(added.refusal)
  const [question] = added.questions
  if (question !== undefined) return screenOf({ ...question, asked: 0 }, savedNote, place, request, means)
  const known = await means.ledger.teamQuestions.find(place, added.already[0]?.id ?? '')
  return known === undefined ? teamRefused({ kind: 'no-such-question' }) : screenOf(known, alreadyNote, place, request, means)
}

const alreadyNote: Text = ['This question is already here, so nothing was added. To change it, press “Change”.']

const savedNote: Text = ['Saved as a draft. Read it once more, then approve it.']

async function changeOne(id: string, text: TeamText, place: string, request: Request, means: Means): Promise<Screen> {
  const before = await means.ledger.teamQuestions.find(place, id)
  const changed = await means.ledger.teamQuestions.change(place, request.asker, id, (question) => rewrite(question, text))
  if (changed.kind !== 'saved') return teamRefused(changed.kind === 'refused' ? changed.refusal : { kind: 'no-such-question' })
  return screenOf({ ...changed.question, asked: before?.asked ?? 0 }, noteOf(before, changed.question), place, request, means)
}

function noteOf(before: TeamQuestion | undefined, after: TeamQuestion): Text {
  if (before?.version === after.version) return [`Nothing changed.${after.state === 'draft' ? ' It’s still a draft: read it once more, then approve it.' : ''}`]
  return before?.state === 'approved' ? ['Saved. Nobody is asked it again until you approve the new version.'] : savedNote
}

/** Cards, as a deck; or questions, each by itself: one that can't be read keeps no other one out. */
export async function addTyped(typed: { readonly text: string } | { readonly file: AttachedFile }, request: Request, means: Means): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const cards = await cardsIn(typed)
  if (cards !== undefined) return 'problem' in cards ? cantRead([cards.problem]) : addCards(cards, 'file' in typed ? typed.file.name : '', request, means)
  const read = 'text' in typed ? readItems(typed.text) : readAttached(typed.file)
  if ('problem' in read) return cantRead([read.problem])
  const [only, ...others] = read.items
  const { usable, problems } = sortOut(read.items, means)
  if (only !== undefined && others.length === 0) {
    if (problems.length > 0 || 'problem' in only) return cantRead(problems.map(({ problem }) => problem))
    // A file may come from another channel, where the question is still to be added.
    const isHere = only.replaces !== undefined && ('text' in typed || (await means.ledger.teamQuestions.find(found.place, only.replaces)) !== undefined)
    return isHere ? changeOne(only.replaces, only.text, found.place, request, means) : addOne(only.text, found.place, request, means)
  }
  const known = new Map((await means.ledger.teamQuestions.of(found.place)).map(({ id, text }) => [id, JSON.stringify(text)]))
  const here = usable.filter(({ replaces }) => replaces !== undefined && known.has(replaces))
  const replacing = here.filter(({ replaces = '', text }) => known.get(replaces) !== JSON.stringify(text))
  const fresh = usable.filter((each) => !here.includes(each))
  const added = await means.ledger.teamQuestions.add(found.place, request.asker, fresh.map(({ text }) => text), request.event, request.at)
  if (added.kind === 'refused') return teamRefused(added.refusal)
  for (const { replaces = '', text } of replacing) await means.ledger.teamQuestions.change(found.place, request.asker, replaces, (question) => rewrite(question, text))
  const drafts = [...added.questions, ...replacing]
  const unchanged = usable.length - drafts.length
  const incomplete = drafts.filter(({ text }) => !canBeAsked(checkTeamQuestion(means.course, text))).length
  return importedScreen({ format: read.format, added: drafts.length, replaced: replacing.length, unchanged, incomplete, problems })
}

function readAttached(file: AttachedFile): ReadItems {
  if ('problem' in file) return file
  const text = readFileText(file.data)
  return 'problem' in text ? text : readItems(text.text, file.name)
}

type Readable = Exclude<Item, { readonly problem: string }>
type Unreadable = Exclude<Item, Readable>

function sortOut(items: readonly Item[], { course }: Means): { readonly usable: readonly Readable[]; readonly problems: readonly Unreadable[] } {
  const [usable, problems]: [Readable[], Unreadable[]] = [[], []]
  for (const item of items) {
    if ('problem' in item) {
      problems.push(item)
      continue
    }
    const problem = whyNotKept(item.text, usable, course)
    if (problem === undefined) usable.push(item)
    else problems.push({ start: item.text.stem.slice(0, 60), problem })
  }
  return { usable, problems }
}

/** In sentences. @param earlier in the same text or file */
function whyNotKept(text: TeamText, earlier: readonly Readable[], course: Course): string | undefined {
  const faults = checkTeamQuestion(course, text).filter(({ level }) => level === 'unusable')
  if (faults.length > 0) return faults.map(({ message }) => message).join(' ')
  const [against] = earlier.flatMap((other) => contradiction(text, other.text) ?? [])
  return against === undefined ? undefined : `This is asked twice, and “${against.text}” is ${against.right ? 'wrong the first time and right the second' : 'right the first time and wrong the second'}. Only the first was kept.`
}

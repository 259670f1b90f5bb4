// Shows how others see somebody, and changes it.
import { withoutQuotes } from '../../commands/values/read.ts'
import { aliasKey, longestAlias, readAlias } from '../../core/alias.ts'
import type { Shown } from '../../core/person.ts'
import type { PersonId } from '../../core/quiz.ts'
import type { FormValues } from '../../screens/form.ts'
import { refusal } from '../../screens/notice.ts'
import { personSeen, type Reply, type Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import type { Means } from '../services.ts'
import { privacy } from './face.ts'
import { aliasProblem, howToChoose, privacyScreen, type AliasRefusal } from './privacy-screen.ts'

export const commands: Answers<typeof privacy>['commands'] = {
  privacy: async ({ show, alias }, request, means) => {
    if (show !== undefined && alias !== undefined) return refusal('Choose one', [['You can hide, show your name, or use an alias. Pick one of them.']])
    if (alias !== undefined) return useAlias(alias, request, means)
    if (show !== undefined) return change({ as: show === 'hide' ? 'hidden' : 'name' }, request, means)
    return privacyScreen(await means.ledger.people.shown(request.group, request.asker.id, request.asker.account), false)
  },
}

export const controls: Answers<typeof privacy>['controls'] = {
  alias: (_, press, means) => askForAlias(press, means),
}

export const forms: Answers<typeof privacy>['forms'] = {
  privacy: (values, request, means) => useAlias(values['alias'] ?? '', request, means),
}

async function askForAlias({ group, asker, place }: Request, { ledger }: Means): Promise<Reply> {
  const shown = await ledger.people.shown(group, asker.id, asker.account)
  const held: FormValues = shown.as === 'alias' ? { alias: shown.alias } : {}
  const field = { name: 'alias', label: 'Your alias', hint: 'Others see it instead of your name, marked as an alias.', input: { kind: 'text', usual: '', longest: longestAlias } } as const
  return {
    to: 'form',
    form: { command: 'privacy', title: 'Use an alias', fields: [field] },
    values: held,
    place,
    parts: [],
    screen: howToChoose(),
    line: held['alias'] === undefined ? null : `privacy alias ${held['alias']}`,
    example: null,
  }
}

async function useAlias(typed: string, request: Request, means: Means): Promise<Screen | Reply> {
  const read = readAlias(withoutQuotes(typed))
  if ('problem' in read) return refused(read.problem, typed)
  const seen = personSeen(request)
  const names = await namesThere(request, means)
  const isOneOf = (all: readonly string[]) => all.some((name) => aliasKey(name) === aliasKey(read.alias))
  if (isOneOf(names.own)) return refused('own', typed)
  if (isOneOf(names.managers) || !(await means.ledger.people.setAlias(seen, read.alias))) return refused('taken', typed)
  return changed(request, means)
}

/** The asker's own names, as far as anything knows them. Managers may never have answered, so the ledger may not know theirs. */
async function namesThere({ group, asker }: Request, { ledger, presence }: Means): Promise<{ readonly own: readonly string[]; readonly managers: readonly string[] }> {
  const managers = (await ledger.quizzes.of(group)).flatMap((quiz) => quiz.managers)
  const known = await presence([...new Set([asker.id, ...managers])])
  const namesOf = (person: PersonId) => [known.get(person)?.name, known.get(person)?.alike].filter((name) => typeof name === 'string')
  const kept = await ledger.people.inGroups(personSeen({ group, asker }))
  return {
    own: [...(asker.standIn === true ? [] : [asker.name]), ...kept.flatMap(({ name }) => name ?? []), ...namesOf(asker.id)],
    managers: managers.filter((manager) => manager !== asker.id).flatMap(namesOf),
  }
}

async function change(shown: Exclude<Shown, { readonly as: 'alias' }>, request: Request, means: Means): Promise<Screen> {
  await means.ledger.people.setHidden(personSeen(request), shown.as === 'hidden')
  return changed(request, means)
}

/** Open questions may name the person above the title; closed ones are drawn again by the ledger. */
async function changed(request: Request, { ledger, counted }: Means): Promise<Screen> {
  for (const round of await ledger.recaps.naming(personSeen(request))) counted(round)
  return privacyScreen(await ledger.people.shown(request.group, request.asker.id, request.asker.account), true)
}

/** On a platform without forms, or for a typed line, the screen stands alone. */
function refused(problem: AliasRefusal, typed: string): Reply {
  const sentence = aliasProblem(problem)
  return { to: 'form-errors', errors: { alias: sentence }, screen: refusal('That can’t be your alias', [[sentence]]), again: privacy.controls.alias.text({}), typed: { alias: typed } }
}

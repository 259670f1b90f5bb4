// Gives codes, links with them, and takes links apart.
import { readCode } from '../../core/code.ts'
import type { LinkId } from '../../core/link.ts'
import type { CodeFor, Seat } from '../../ledger/links.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Text } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { learnerOf } from '../learner.ts'
import type { Means } from '../services.ts'
import { linkInWords, sideInWords } from '../side-words.ts'
import type { linking } from './face.ts'
import { askScreen, codeScreen, linkedScreen, linksScreen, noSuchCode, notLinked, ownCode, sameGroup, tooManyCodes, unlinkedScreen } from './link-screen.ts'

export const commands: Answers<typeof linking>['commands'] = {
  link: ({ code }, request, means) => (code === undefined ? give(request, means) : take(code, request, means)),
  unlink: (_, request, means) => show(request, means),
}

export const controls: Answers<typeof linking>['controls'] = {
  link: ({ code }, press, means) => confirm(code, press, means),
  keep: ({ code }, press, means) => keep(code, press, means),
  unlink: ({ link }, press, means) => unlink(link, press, means),
}

const seatOf = (request: Request): Seat => ({ ...personSeen(request), outside: request.outside === true })

async function give(request: Request, means: Means): Promise<Screen> {
  const { links } = means.ledger
  const [{ zone }, { code, endsAt }, own] = await Promise.all([learnerOf(request, means), links.offer(seatOf(request), request.at), links.of(personSeen(request))])
  return codeScreen({ code, endsAt, zone, linked: own.length > 0 })
}

async function take(typed: string, request: Request, means: Means): Promise<Screen> {
  const code = readCode(typed)
  const found = await means.ledger.links.look(seatOf(request), code, request.at)
  if (found.kind !== 'may-link') return refused(found, request, means)
  return code === undefined ? noSuchCode() : askScreen(code, sideInWords(found.gave, means), found)
}

async function confirm(code: string, request: Request, means: Means): Promise<Screen> {
  const done = await means.ledger.links.confirm(seatOf(request), code, request.at)
  if (done.kind !== 'linked') return refused(done, request, means)
  const { link, changed, mixed, shownAs } = done
  if (changed) await drawAgain(request, means)
  return linkedScreen(link.id, linkInWords(link, means), { hides: link.gave.hidden && link.took.hidden, mixed, shownAs })
}

/** A code that doesn't work any more is no wrong try here. */
async function keep(code: string, request: Request, means: Means): Promise<Screen> {
  const found = await means.ledger.links.lookAgain(seatOf(request), code, request.at)
  if (found.kind === 'already-linked') return refused(found, request, means)
  return notLinked(found.kind === 'may-link' ? found.endsAt : null, (await learnerOf(request, means)).zone)
}

async function refused(why: Exclude<CodeFor, { readonly kind: 'may-link' }>, request: Request, means: Means): Promise<Screen> {
  switch (why.kind) {
    case 'no-code':
      return noSuchCode()
    case 'too-many':
      return tooManyCodes(why.until, (await learnerOf(request, means)).zone)
    case 'own-code':
      return ownCode()
    case 'already-linked':
      return show(request, means, ['These accounts are linked.'])
    case 'same-group':
      return sameGroup(sideInWords(why.gave, means), means.groupName(why.group))
  }
}

async function show(request: Request, means: Means, note: Text = []): Promise<Screen> {
  const [{ zone }, links] = await Promise.all([learnerOf(request, means), means.ledger.links.of(personSeen(request))])
  return linksScreen(links.map((link) => ({ id: link.id, at: link.at, words: linkInWords(link, means) })), zone, note)
}

async function unlink(id: LinkId, request: Request, means: Means): Promise<Screen> {
  // Afterwards only what names one of the two would be found.
  const named = await means.ledger.recaps.naming(personSeen(request))
  const done = await means.ledger.links.unlink(personSeen(request), id, request.at)
  if (done === undefined) return show(request, means, ['That link is already gone.'])
  if (done.changed) named.forEach(means.counted)
  return unlinkedScreen(linkInWords(done.link, means), done.changed)
}

/** Open questions may name somebody who is hidden now; closed ones are drawn again by the ledger. */
async function drawAgain(request: Request, { ledger, counted }: Means): Promise<void> {
  for (const round of await ledger.recaps.naming(personSeen(request))) counted(round)
}

// Samples of the screens of this feature, from made-up data.
import type { Samples } from '../feature.ts'
import {
  askScreen, codeScreen, linkedScreen, linksScreen, noSuchCode, notLinked, ownCode, sameGroup, toldEndedScreen, toldScreen, tooManyCodes, unlinkedScreen,
} from './link-screen.ts'

const at = Date.UTC(2026, 10, 23, 8, 2)
const zone = 'Europe/Berlin'
const [id, code] = ['00000000000000aa', 'BCDFGHJK']
const [slack, discord] = ['Ada in Acme (Slack)', 'Ada L on Discord']
const seen = { hides: false, mixed: false, shownAs: null }
const link = `${slack} and ${discord}`
const shown = (count: number) => Array.from({ length: count }, () => ({ id, at, words: link }))

export const samples = (): Samples => new Map([
  ['link', codeScreen({ code, endsAt: at, zone, linked: false })],
  ['link-more', codeScreen({ code, endsAt: at, zone, linked: true })],
  ['link-ask', askScreen(code, slack, seen)],
  ['link-ask-hidden', askScreen(code, slack, { ...seen, hides: true })],
  ['link-ask-mixed', askScreen(code, slack, { ...seen, mixed: true })],
  ['link-ask-once', askScreen(code, slack, { ...seen, shownAs: 'Ada L' })],
  ['link-not', notLinked(at, zone)],
  ['link-not-late', notLinked(null, zone)],
  ['link-done', linkedScreen(id, link, seen)],
  ['link-done-hidden', linkedScreen(id, link, { ...seen, hides: true })],
  ['link-done-mixed', linkedScreen(id, link, { ...seen, mixed: true })],
  ['link-done-once', linkedScreen(id, link, { ...seen, shownAs: 'Ada L' })],
  ['link-told', toldScreen(id, discord)],
  ['link-told-ended', toldEndedScreen(discord, 95_000)],
  ['link-no-code', noSuchCode()],
  ['link-too-many', tooManyCodes(at, zone)],
  ['link-own', ownCode()],
  ['link-same-group', sameGroup(slack, 'Acme')],
  ['links', linksScreen(shown(1), zone)],
  ['links-many', linksScreen(shown(6), zone)],
  ['links-none', linksScreen([], zone)],
  ['links-gone', linksScreen([], zone, ['That link is already gone.'])],
  ['unlink-done', unlinkedScreen(link, true)],
])

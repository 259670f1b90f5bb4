// Samples of the screens of this feature, from made-up data.
import type { Samples } from '../feature.ts'
import {
  askScreen, codeScreen, linkedScreen, linksScreen, noSuchCode, ownCode, sameGroup, toldEndedScreen, toldScreen, tooManyCodes, unlinkedScreen,
} from './link-screen.ts'

const at = Date.UTC(2026, 10, 23, 8, 2)
const zone = 'Europe/Berlin'
const [id, code] = ['00000000000000aa', 'BCDFGHJK']
const [slack, discord] = ['Ada in Acme (Slack)', 'Ada L on Discord']
const link = `${slack} and ${discord}`
const shown = (count: number) => Array.from({ length: count }, () => ({ id, at, words: link }))

export const samples = (): Samples => new Map([
  ['link', codeScreen({ code, endsAt: at, zone, linked: false })],
  ['link-more', codeScreen({ code, endsAt: at, zone, linked: true })],
  ['link-ask', askScreen(code, slack, false)],
  ['link-ask-hidden', askScreen(code, 'a hidden member in Acme (Slack)', true)],
  ['link-done', linkedScreen(id, link, false)],
  ['link-done-hidden', linkedScreen(id, 'Ada in Acme (Slack) and Ada L on Discord', true)],
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

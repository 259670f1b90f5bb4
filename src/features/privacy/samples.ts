// Samples of the screens of this feature, from made-up data.
import type { Shown } from '../../core/person.ts'
import { refusal } from '../../screens/notice.ts'
import { lostAliasScreen } from '../../screens/lost-alias.ts'
import type { Samples } from '../feature.ts'
import { aliasProblem, howToChoose, privacyScreen } from './privacy-screen.ts'

const heron: Shown = { as: 'alias', alias: 'Blue Heron' }

export const samples = (): Samples => new Map([
  ['privacy-hidden', privacyScreen({ as: 'hidden' }, false)],
  ['privacy-hidden-now', privacyScreen({ as: 'hidden' }, true)],
  ['privacy-hidden-by-link', privacyScreen({ as: 'hidden', byLink: true }, true)],
  ['privacy-shown', privacyScreen({ as: 'name' }, false)],
  ['privacy-shown-now', privacyScreen({ as: 'name' }, true)],
  ['privacy-alias', privacyScreen(heron, false)],
  ['privacy-alias-now', privacyScreen(heron, true)],
  ['privacy-alias-lost', privacyScreen({ as: 'alias', alias: 'Member 1' }, false)],
  ['privacy-shown-mixed', privacyScreen({ as: 'name', mixed: true }, false)],
  ['privacy-alias-mixed', privacyScreen({ ...heron, mixed: true }, true)],
  ['alias-lost', lostAliasScreen('Blue Heron', 'Member 1')],
  ['privacy-alias-how', howToChoose()],
  ['privacy-alias-taken', refusal('That can’t be your alias', [[aliasProblem('taken')]])],
  ['privacy-alias-own', refusal('That can’t be your alias', [[aliasProblem('own')]])],
])

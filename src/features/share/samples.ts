// Samples of the screens of channels that share a question, from made-up data.
import { hour } from '../../core/time.ts'
import { sampleQuiz } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { aloneScreen, askToJoin, askToLeave, askToShare, cannotJoin, codeScreen, joinedPost, joinedScreen, leftPost, leftScreen, notShared, togetherScreen, tooManyTries } from './share-screen.ts'

const place = 'slack:T1/C0STUDY'
const near = { place, name: [{ kind: 'place', id: place } as const] }
const far = { place: 'discord:9/7', name: ['a channel in Acme on Discord'] }

export const samples = (): Samples => new Map([
  ['share', aloneScreen([near, { ...near, place: 'slack:T1/C0OTHER' }], true)],
  ['share-everyone', aloneScreen([], false)],
  ['share-first', togetherScreen({ leads: true, lead: near.name, others: [near, far], own: place, mayManage: true, note: [] })],
  ['share-follows', togetherScreen({ leads: false, lead: far.name, others: [far], own: place, mayManage: true, note: [] })],
  ['share-code', codeScreen('BCDFGHJK')],
  ['share-ask', askToJoin(far.name, true, 'v1:share-code-join:BCDFGHJK')],
  ['share-ask-here', askToShare(near.name, 'v1:share-join:slack:T1/C0STUDY')],
  ['share-joined', joinedScreen(sampleQuiz, far.name, null, sampleQuiz.nextAt - hour)],
  ['share-post', joinedPost([far.name], null)],
  ['share-post-others', joinedPost([], far.name)],
  ['share-no-code', cannotJoin('no-code')],
  ['share-wait', tooManyTries({ kind: 'moment', at: 0, zone: 'UTC', show: 'time' })],
  ['unshare', askToLeave(null, place)],
  ['unshare-other', askToLeave(far.name, far.place)],
  ['unshare-done', leftScreen(sampleQuiz, sampleQuiz.nextAt - hour)],
  ['unshare-post', leftPost(null)],
  ['unshare-post-others', leftPost(far.name)],
  ['unshare-alone', notShared()],
])

// Samples of the screens of this feature, from made-up diagrams.
import { altText } from '../../screens/pictures/words.ts'
import { otherSource, source } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { diagramScreen, listScreen } from './diagram-screen.ts'
import type { DiagramPicture } from './picture-of.ts'

const layers: DiagramPicture = {
  kind: 'layers', title: 'The layers of the model',
  stacks: [
    { title: 'The customer', note: 'security in the cloud', side: 'customer', points: ['Customer data', 'Applications, IAM', 'Guest operating system', 'Encryption'] },
    { title: 'AWS', note: 'security of the cloud', side: 'provider', points: ['Software of the services', 'Hardware, global infrastructure'] },
  ],
}

const areas: DiagramPicture = {
  kind: 'areas', title: 'The joint areas',
  sides: [{ title: 'AWS', side: 'provider', points: ['The infrastructure'] }, { title: 'The customer', side: 'customer', points: ['What runs on it'] }],
  joint: { title: 'Joint areas', areas: [{ title: 'Patch management', halves: ['Patches the hosts', 'Patches the guests'] }, { title: 'Awareness and training', halves: ['Trains its people', 'Trains their own'] }] },
  result: 'A complete security posture',
}

const steps: DiagramPicture = {
  kind: 'steps', title: 'Preventing drift',
  steps: [{ title: 'Define', points: ['Write the baseline down'] }, { title: 'Deploy', points: ['As code'] }, { title: 'Monitor', points: ['Compare with the baseline'] }],
  loop: { title: 'Remediate', points: ['Fix what has drifted'] },
  aside: { title: 'Tools', points: ['AWS Config', 'CloudFormation'] },
}

const all = [layers, areas, steps].map(({ kind, title }) => ({ id: kind, title }))
const shown = (picture: DiagramPicture) => diagramScreen({ id: picture.kind, picture, alt: altText(picture), sources: [source, otherSource] }, all)

export const samples = (): Samples => new Map([
  ['diagram', shown(layers)],
  ['diagram-areas', shown(areas)],
  ['diagram-steps', shown(steps)],
  ['diagrams', listScreen(all, 0)],
  ['diagrams-unknown', listScreen(all, 0, 'the roof')],
])

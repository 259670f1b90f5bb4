// Samples of the screens of this feature, from made-up data.
import type { Samples } from '../feature.ts'
import type { FileBlock } from '../../screens/screen.ts'
import { exportScreen, nothingToExport, tooLarge } from './export-screen.ts'

const file = (name: string, title: string): FileBlock => ({ kind: 'file', name, title, data: new TextEncoder().encode('{}') })

export const samples = (): Samples => new Map([
  ['export', exportScreen({ answers: 412, alone: 96, sessions: 17 }, [
    file('studyhall-export-2026-11-23.json', 'Everything, for programs'), file('studyhall-answers-2026-11-23.csv', 'Your answers, for a spreadsheet'),
  ])],
  ['export-nothing', nothingToExport()],
  ['export-too-large', tooLarge()],
])

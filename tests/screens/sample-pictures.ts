// Pictures of every kind, with what is hard to draw: long names, letters that the font lacks, nothing at all.
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { pictureOf } from '../../src/features/diagrams/picture-of.ts'
import type { Calendar, Picture } from '../../src/screens/pictures/picture.ts'

const days = (from: string, count: number, done: (day: number) => number): Calendar['days'] =>
  Array.from({ length: count }, (_, day) => ({ date: Temporal.PlainDate.from(from).add({ days: day }).toString(), count: done(day) }))

export const shippedCourse = loadCourseOrThrow('data/aws-shared-responsibility')

const long = 'a name that goes on and on and on until nobody can read it any more'

export const samplePictures: ReadonlyMap<string, Picture> = new Map<string, Picture>([
  ['calendar', { kind: 'calendar', title: 'Your study days', days: days('2026-09-07', 84, (day) => (day * 5) % 9) }],
  ['calendar of one day', { kind: 'calendar', title: 'Your study days', days: days('2026-09-10', 1, () => 1) }],
  ['calendar of a year', { kind: 'calendar', title: long, days: days('2026-01-01', 365, (day) => day % 4) }],
  ['calendar of nothing', { kind: 'calendar', title: 'Your study days', days: [] }],
  ['bars', { kind: 'bars', title: 'Right answers by topic', rows: [{ label: 'Patching', right: 9, of: 12 }, { label: long, right: 1234, of: 2345 }, { label: 'Keys', right: 0, of: 0 }] }],
  ['bars of nothing', { kind: 'bars', title: 'Right answers by topic', rows: [] }],
  ['board', { kind: 'board', title: 'Leaderboard of the week', rows: [{ rank: 1, name: 'Ada', points: 5, you: false }, { rank: 2, name: long, points: 4, you: true }, { rank: 2, name: '王小明', points: 4, you: false }, { rank: 4, name: '<b>&"Bob"', points: 0, you: false }] }],
  ['a word without end', { kind: 'layers', title: 'x'.repeat(80), stacks: [{ title: 'y'.repeat(80), side: 'shared', points: ['z'.repeat(80)] }] }],
  ...shippedCourse.diagrams.map((diagram) => [diagram.id, pictureOf(shippedCourse, diagram)] as const),
])

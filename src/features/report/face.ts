// Saying that something is wrong with a question, and what managers do about that.
import { reportKinds } from '../../core/report.ts'
import { control, oneOf, upTo } from '../../screens/control.ts'
import { markField, reportControl, reportedControl } from '../../screens/report-control.ts'
import type { Face } from '../feature.ts'

export const reportControls = {
  report: reportControl,
  reported: reportedControl,
  reports: control('reports', { page: upTo(99) }, { rights: true }),
  settle: control('report-settle', { asked: markField, as: oneOf('done', 'dismissed'), page: upTo(99) }, { rights: true }),
}

export const report = {
  commands: {
    report: {
      summary: 'Say what’s wrong with a question',
      for: 'everyone',
      options: {
        kind: { kind: 'choice', summary: 'What’s wrong', choices: reportKinds, synonyms: { mistake: 'wrong', incorrect: 'wrong', confusing: 'unclear', spelling: 'typo', old: 'outdated' } },
        words: { kind: 'text', summary: 'In your own words' },
      },
      examples: ['report', 'report wrong B is right, too', 'report typo'],
      changes: 'with-values',
    },
    reports: {
      summary: 'What people reported about questions',
      for: 'managers',
      about: 'team',
      options: { page: { kind: 'number', summary: 'Page number, starting at 1' } },
      examples: ['reports'],
    },
  },
  controls: reportControls,
} as const satisfies Face

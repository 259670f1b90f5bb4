// How a channel does: for the managers of its daily question.
import { control, oneOf, upTo } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const insightViews = ['overview', 'topics', 'hardest', 'easiest'] as const
export type InsightView = (typeof insightViews)[number]

export const insightPeriods = ['month', 'quarter', 'year'] as const
export type InsightPeriod = (typeof insightPeriods)[number]

export const insight = {
  commands: {
    insight: {
      summary: 'How the team does: who takes part, weak topics, hard questions',
      for: 'managers',
      about: 'team',
      options: {
        view: {
          kind: 'choice', summary: 'What to look at, or files for a spreadsheet. Leave it out for the overview', choices: [...insightViews, 'export'],
          synonyms: { hard: 'hardest', easy: 'easiest', summary: 'overview', csv: 'export', download: 'export' },
        },
        period: { kind: 'choice', summary: 'The last 30 days, 90 days (unless you say otherwise), or 365 days', choices: insightPeriods },
        page: { kind: 'number', summary: 'Page number, starting at 1' },
      },
      examples: ['insight', 'insight topics', 'insight hardest year', 'insight export'],
      aliases: ['insights', 'team-stats'],
    },
  },
  controls: {
    insight: control('insight', { view: oneOf(...insightViews), period: oneOf(...insightPeriods), page: upTo(999) }, { rights: true }),
    insightExport: control('insight-export', { period: oneOf(...insightPeriods) }, { rights: true, beside: true }),
  },
} as const satisfies Face

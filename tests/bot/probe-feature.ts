// A feature of the tests that shows how the bot hands things to features: it says back what it was given, and where.
import { feature, type Answers, type Face } from '../../src/features/feature.ts'
import { control, words } from '../../src/screens/control.ts'
import { notice } from '../../src/screens/notice.ts'
import type { Reply, Request } from '../../src/screens/request.ts'
import type { Screen } from '../../src/screens/screen.ts'

const face = {
  commands: {
    probe: {
      summary: 'Say back what was asked',
      for: 'everyone',
      options: {
        words: { kind: 'zone', summary: 'Anything' },
        page: { kind: 'number', summary: 'A number' },
        how: { kind: 'choice', summary: 'How', choices: ['loud', 'quiet'] },
      },
      examples: ['probe'],
    },
    guarded: { summary: 'For managers', for: 'managers', options: { words: { kind: 'words', summary: 'Anything', required: true } }, examples: ['guarded x'] },
    open: { summary: 'For managers, but shown to all', for: 'managers', options: { page: { kind: 'number', summary: 'A number' } }, examples: ['open'], bare: 'everyone' },
  },
  controls: {
    replace: control('probe-replace', { words }),
    beside: control('probe-beside', { words }, { beside: true }),
    whole: control('probe-whole', { words }),
  },
} as const satisfies Face

export const probeControls = face.controls

const said = (what: string, values: object, { place }: Request): Screen => ({
  ...notice(what, [[JSON.stringify(values)], [place ?? 'nowhere']], [{ label: 'On', control: face.controls.replace.text({ words: 'on' }), primary: false }]),
  name: what,
})

/** A feature that decides by itself whom its answer is for. */
const whole = (screen: Screen): Reply => ({ to: 'direct', screen, pointer: screen })

const refused: Screen = notice('Not for you', [])

const answers: Answers<typeof face> = {
  commands: {
    probe: (values, request) => said('probe', values, request),
    guarded: (values, request) => said('guarded', values, request),
    open: (values, request) => said('open', values, request),
  },
  controls: {
    replace: (values, press) => said('replace', values, press),
    beside: (values, press) => said('beside', values, press),
    whole: (values, press) => whole(said('whole', values, press)),
  },
  rights: { guarded: async ({ asker }) => (asker.admin ? undefined : refused) },
  forms: { guarded: (values, request) => said('form', values, request) },
}

/** How often its answers were loaded. */
export const loads = { answers: 0 }

const load = async () => {
  loads.answers += 1
  return answers
}

export const probe = feature(face, { answers: load, samples: async () => ({ samples: () => new Map() }) })

// A feature that only tests have: a session of one's own that lives in the direct messages with the bot.
import { feature, type Answers, type Face, type Feature, type Samples } from '../../src/features/feature.ts'
import { control, upTo } from '../../src/screens/control.ts'
import { directPointer } from '../../src/screens/direct-pointer.ts'
import { notice } from '../../src/screens/notice.ts'
import type { Reply, Request } from '../../src/screens/request.ts'
import type { Screen } from '../../src/screens/screen.ts'

const face = {
  commands: {
    sit: { summary: 'Sit and count', for: 'everyone', options: {}, examples: ['sit'], where: 'alone' },
  },
  controls: { next: control('sit-next', { step: upTo(99) }), aside: control('sit-aside', {}, { beside: true }) },
} as const satisfies Face

const sitting = (step: number): Screen =>
  notice('Sitting', [[`This is step ${step}.`]], [
    { label: 'Next', control: face.controls.next.text({ step }), primary: true },
    { label: 'Aside', control: face.controls.aside.text({}), primary: false },
  ])

const who = ({ asker }: Request) => asker.account ?? asker.id

/** @returns the feature, with sessions that outlive the bot as rows of a ledger do */
export function sessionFeature(): Feature {
  const steps = new Map<string, number>()
  const shown = (request: Request): Reply => ({ to: 'direct', screen: sitting(steps.get(who(request)) ?? 1), pointer: directPointer('Your session') })
  const answers: Answers<typeof face> = {
    commands: { sit: (_, request) => shown(request) },
    controls: {
      next: ({ step }, press) => {
        const now = steps.get(who(press)) ?? 1
        // A second press, or one on an old message, only shows where it is.
        if (step === now) steps.set(who(press), now + 1)
        return shown(press)
      },
      aside: () => notice('Aside', [['By the way.']]),
    },
  }
  return feature(face, {
    answers: async () => answers,
    samples: async () => ({ samples: (): Samples => new Map([['sitting', sitting(1)], ['pointer', directPointer('Your session')]]) }),
  })
}

// The course to look things up in, piece by piece: tips, terms, and the responsibility matrix.
import { control, idField, oneOf, upTo, words } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const tipKinds = ['tip', 'trap', 'myth', 'analogy', 'memory-aid'] as const

export const referenceControls = {
  /** Another tip of the same kind. `after`: the one that is shown. */
  tip: control('tip', { kind: oneOf(...tipKinds, 'any'), after: idField }),
  letter: control('letter', { letter: oneOf(...'abcdefghijklmnopqrstuvwxyz', '#'), page: upTo(99) }),
  letters: control('letters', {}),
  /** Terms whose names contain what was typed. */
  terms: control('terms', { page: upTo(99), words }),
  term: control('term', { term: idField }),
  service: control('service', { service: idField, page: upTo(99) }),
  services: control('services', { page: upTo(99) }),
}

export const reference = {
  commands: {
    tip: {
      needs: 'tip',
      summary: 'A tip, an exam trap, a myth, a picture, or a memory aid',
      for: 'everyone',
      ofCourse: true,
      options: { kind: { kind: 'choice', summary: 'Which kind. Any if you leave it out', choices: tipKinds, synonyms: { picture: 'analogy', 'exam-trap': 'trap' } } },
      examples: ['tip', 'tip myth'],
      aliases: ['tips', 'trap', 'myth', 'analogy'],
      where: 'anywhere',
    },
    define: {
      needs: 'term',
      summary: 'What a term means',
      for: 'everyone',
      ofCourse: true,
      options: { term: { kind: 'title', summary: 'The term, or a letter. Leave it out for a list by letter' } },
      examples: ['define'],
      courseExample: { start: 'define', name: 'term' },
      aliases: ['glossary', 'terms'],
      where: 'anywhere',
    },
    matrix: {
      needs: 'service',
      summary: 'Who is responsible for what, service by service',
      for: 'everyone',
      ofCourse: true,
      options: { service: { kind: 'title', summary: 'A service. Leave it out to see all services' } },
      examples: ['matrix'],
      courseExample: { start: 'matrix', name: 'service' },
      where: 'anywhere',
    },
  },
  controls: referenceControls,
} as const satisfies Face

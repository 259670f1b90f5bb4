// A diagram of the course as a picture: whose a part is says its color.
import type { Course, Diagram } from '../../course/course.ts'
import type { Picture, Side } from '../../screens/pictures/picture.ts'

export type DiagramPicture = Extract<Picture, { kind: 'layers' | 'areas' | 'steps' }>

export function pictureOf({ parties }: Pick<Course, 'parties'>, diagram: Diagram): DiagramPicture {
  const sideOf = (owner: string): Side => Object.values(parties).find(({ id }) => id === owner)?.role ?? 'shared'
  const owned = <Part extends { readonly owner: string }>(part: Part) => ({ ...part, side: sideOf(part.owner) })
  switch (diagram.kind) {
    case 'layers':
      return { kind: 'layers', title: diagram.title, stacks: diagram.stacks.map(owned) }
    case 'areas':
      return { kind: 'areas', title: diagram.title, sides: diagram.sides.map(owned), joint: diagram.joint, result: diagram.result }
    case 'steps':
      return { kind: 'steps', title: diagram.title, steps: diagram.steps, loop: diagram.loop, aside: diagram.aside }
  }
}

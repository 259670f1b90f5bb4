// How many lines the screens of the shipped course take on a phone, by kind, all of them: `node tests/phone/run.ts`.
import { courseOf } from '../fakes/course-of.ts'
import { courseScreens } from './course-screens.ts'
import { phone, phoneLines } from './phone-lines.ts'

const { course, lookup } = courseOf('data/aws-shared-responsibility')
const kinds = Map.groupBy(courseScreens(course, lookup), ([name]) => name.split(/[ ,]/u)[0] ?? name)
for (const [kind, screens] of kinds) {
  const all = screens.map(([name, screen]) => ({ name, lines: Math.max(...Object.values(phoneLines(screen))) })).toSorted((a, b) => a.lines - b.lines)
  const worst = all.at(-1)
  console.log(`${kind}: ${all.length}, median ${all[Math.floor(all.length / 2)]?.lines}, most ${worst?.lines} (${worst?.name}), ${all.filter(({ lines }) => lines > phone.lines).length} over ${phone.lines}`)
}

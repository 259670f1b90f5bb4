// “ping” got “Hi!”, although the course has a term of this name.
import { expect, it } from 'vitest'
import { courseFolder } from '../course/course-folder.ts'
import { openStage } from '../bot/stage.ts'

it.each([['ping', 'Ping'], ['Thanks!', 'Ping'], ['hello', 'Hi!']])('“%s” is looked up first', async (asked, title) => {
  const terms = '\n  - id: ping\n    term: Ping\n    aliases: [thanks]\n    definition: A knock on the wall.\n    sources: [fire / Escape routes]\n'
  const stage = await openStage('2026-03-02T07:00Z', { course: courseFolder({ 'glossary.yaml': ['terms:\n', `terms:${terms}`] }) })
  try {
    expect((await stage.type('ada', `lookup ${asked}`)).title).toBe(title)
  } finally {
    await stage.close()
  }
})

// Somebody in two channels saw two questions and two scores on their page, and not which belonged where.
import { afterEach, expect, it } from 'vitest'
import { here, openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

it('the page of somebody in several channels names each', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  const places = [here.place, 'terminal:team:other']
  for (const place of places) await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs', place)
  await stage.until('2026-03-02T08:00Z')
  const home = async () => (await stage.send({ kind: 'home', place: null } as never, 'bob')).screen
  const named = async () => (await home()).blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text : [])).flatMap((part) => (typeof part === 'object' && part.kind === 'place' ? [part.id] : []))
  const answerIn = (place: string) => {
    const { round = '' } = stage.channel.posts.find((post) => post.place === place) ?? {}
    return stage.press('bob', answerControl.text({ round, option: stage.optionsOf(round).right }))
  }
  await answerIn(here.place)
  expect(await named()).toEqual([here.place])
  await answerIn('terminal:team:other')
  expect((await named()).toSorted()).toEqual(places.toSorted())
  expect(words(await home())).toContain('Streak')
})

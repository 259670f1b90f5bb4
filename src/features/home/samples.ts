// Samples of the home page, put together from those of the features.
import { sampleRound } from '../../screens/sample-round.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import type { Feature, Samples } from '../feature.ts'
import { homeScreen, welcome } from './home.ts'

const places = [sampleRound.place, 'terminal:local:there']

export async function homeSamples(features: readonly Feature[]): Promise<Samples> {
  const loaded = await Promise.all(features.map(async ({ samples, home }) => ({ onHome: (await samples()).onHome ?? [], home: (await home?.())?.home })))
  const busy = loaded.flatMap(({ onHome }) => onHome[0] ?? [])
  const quiet = loaded.flatMap(({ onHome }) => onHome.at(-1) ?? [])
  const atEnd = (channels: readonly string[]) => loaded.flatMap(({ home }) => home?.atEnd?.(channels) ?? [])
  const page = (channels: readonly string[], blocks: readonly Block[]): Screen => homeScreen([...blocks, ...atEnd(channels)])
  return new Map([
    ['home', page(places.slice(0, 1), busy)],
    ['home-several', page(places, places.flatMap((id): Block[] => [{ kind: 'paragraph', text: ['In ', { kind: 'place', id }] }, ...quiet]))],
    ['home-empty', page([], welcome('The AWS shared responsibility model'))],
  ])
}

// Screens with sample data, exactly as a platform would get them.
import { closest } from '../commands/closest.ts'
import type { Commands } from '../commands/commands.ts'
import { catalogOf } from '../features/catalog.ts'
import type { Feature, Samples } from '../features/feature.ts'
import { homeSamples } from '../features/home/samples.ts'
import { sharedSamples } from '../screens/samples.ts'
import type { Screen } from '../screens/screen.ts'

type Draw = (screen: Screen) => string

type Preview = { readonly text: string } | { readonly problem: string }

/**
 * @param name a sample, a screen for all its samples, or undefined for everything
 * @param color whether the terminal's text may use color
 * @returns the screens as text, or a sentence that says which name is unknown
 */
export async function preview(features: readonly Feature[], name: string | undefined, platform: string, color: boolean): Promise<Preview> {
  const draw = await rendererOf(platform, color, catalogOf(features).commands)
  if (draw === undefined) return { problem: `There’s no platform “${platform}”. Write slack, discord, or terminal.` }
  const samples = await samplesOf(features)
  const wanted = [...samples].filter(([key, screen]) => name === undefined || key === name || screen.name === name)
  if (wanted.length === 0) return { problem: unknownScreen(name ?? '', [...samples.keys()]) }
  return { text: wanted.map(([key, screen]) => (wanted.length === 1 ? draw(screen) : `--- ${key} ---\n${draw(screen)}`)).join('\n\n') }
}

/** By name: the samples of every feature, of the home page, and of the screens that features share. */
export async function samplesOf(features: readonly Feature[]): Promise<Samples> {
  const { commands } = catalogOf(features)
  const [home, ...loaded] = await Promise.all([
    homeSamples(features),
    ...features.map(async (feature) => (await feature.samples()).samples(commands)),
  ])
  return new Map([...loaded.flatMap((samples) => [...samples]), ...home, ...sharedSamples])
}

async function rendererOf(platform: string, color: boolean, commands: Commands): Promise<Draw | undefined> {
  switch (platform) {
    case 'slack': {
      const { render, renderView } = await import('../platforms/slack/outgoing/render.ts')
      return (screen) => JSON.stringify(screen.page === true ? { type: 'home', blocks: renderView(screen) } : render(screen), null, 2)
    }
    case 'discord': {
      const { render } = await import('../platforms/discord/outgoing/render.ts')
      return (screen) => JSON.stringify(render(screen, commands), null, 2)
    }
    case 'terminal': {
      const { render } = await import('../platforms/terminal/outgoing/render.ts')
      return (screen) => render(screen, { color, columns: process.stdout.columns ?? 80 })
    }
    default:
      return undefined
  }
}

function unknownScreen(name: string, names: readonly string[]): string {
  const near = closest(name, names)
  return `There’s no screen “${name}”.${near === undefined ? '' : ` Did you mean “${near}”?`} Available screens: ${names.join(', ')}.`
}

// Screens from sample data exactly as a platform would be sent them.
import { closest } from '../commands/closest.ts'
import type { Commands } from '../commands/commands.ts'
import { catalogOf } from '../features/catalog.ts'
import type { Feature, Samples } from '../features/feature.ts'
import { homeSamples } from '../features/home/samples.ts'
import { sharedSamples } from '../screens/samples.ts'
import type { Screen } from '../screens/screen.ts'

type Preview = { readonly text: string } | { readonly problem: string }

/**
 * @param name one of the samples, the name of a screen for all of its samples, or nothing for all
 * @param colour for the terminal
 */
export async function preview(features: readonly Feature[], name: string | undefined, platform: string, colour: boolean): Promise<Preview> {
  const render = await rendererOf(platform, colour, catalogOf(features).commands)
  if (render === undefined) return { problem: `There is no platform “${platform}”. Write slack, discord or terminal.` }
  const samples = await samplesOf(features)
  const wanted = [...samples].filter(([key, screen]) => name === undefined || key === name || screen.name === name)
  if (wanted.length === 0) return { problem: unknownScreen(name ?? '', [...samples.keys()]) }
  return { text: wanted.map(([key, screen]) => (wanted.length === 1 ? render(screen) : `--- ${key} ---\n${render(screen)}`)).join('\n\n') }
}

/** The samples of all features, and of the screens that they share. */
export async function samplesOf(features: readonly Feature[]): Promise<Samples> {
  const { commands } = catalogOf(features)
  const [home, ...loaded] = await Promise.all([homeSamples(features), ...features.map(async (feature) => (await feature.samples()).samples(commands))])
  return new Map([...loaded.flatMap((samples) => [...samples]), ...home, ...sharedSamples])
}

async function rendererOf(platform: string, colour: boolean, commands: Commands): Promise<((screen: Screen) => string) | undefined> {
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
      return (screen) => render(screen, { colour, columns: process.stdout.columns ?? 80 })
    }
    default:
      return undefined
  }
}

function unknownScreen(name: string, names: readonly string[]): string {
  const near = closest(name, names)
  return `There is no screen “${name}”.${near === undefined ? '' : ` Did you mean “${near}”?`} There are: ${names.join(', ')}.`
}

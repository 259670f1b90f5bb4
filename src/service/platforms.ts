// Makes the platforms that are configured, and the one port at which all of them are reached over HTTP.
import { dirname } from 'node:path'
import { independentPlatforms } from '../bot/independent-platforms.ts'
import type { Commands } from '../commands/commands.ts'
import type { Config } from '../config/config.ts'
import type { Measures } from '../core/measures.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Health } from '../ops/health.ts'
import type { Pictures } from '../pictures/pictures.ts'
import type { Platform } from '../platforms/platform.ts'
import type { Surroundings } from './surroundings.ts'

type Around = Pick<Surroundings, 'now' | 'log' | 'input' | 'output' | 'zone' | 'userName'>

type ForPlatforms = { readonly ledger: Ledger; readonly commands: Commands; readonly pictures: Pictures; readonly health: Health; readonly measures: Measures | undefined; readonly onEnd: () => void }

/** Loads only what is configured: the terminal pays for no chat library. */
export async function createPlatforms(config: Config, around: Around, { ledger, commands, pictures, health, measures, onEnd }: ForPlatforms): Promise<readonly Platform[]> {
  const { now, log } = around
  const makers: (() => Platform)[] = []
  const { slack, discord } = config
  // All that comes over HTTP comes to one port.
  const port = slack === null || slack.mode === 'socket' ? discord?.overHttp?.port : slack.port
  const httpPort = port === undefined ? undefined : (await import('../platforms/http-port.ts')).createHttpPort(port)
  const measured = (name: string) => (measures === undefined ? {} : { measures: measures.platform(name) })
  const shared = { commands, now, log, drawPicture: pictures.draw }
  const reported = async (path: string) => (await import('../ops/health.ts')).report(path, health)
  if (slack !== null) {
    const common = { ...shared, httpPort, health: reported, ...measured('slack') }
    if (slack.mode === 'oauth') {
      const { slackForMany } = await import('./slack-for-many.ts')
      makers.push(await slackForMany(slack, ledger.installations, common))
    } else {
      const { createSlackPlatform } = await import('../platforms/slack/platform.ts')
      makers.push(() => createSlackPlatform({ ...slack, ...common }))
    }
  }
  if (discord !== null) {
    const { createDiscordPlatform } = await import('../platforms/discord/platform.ts')
    const { overHttp, ...own } = discord
    const http = overHttp === undefined || httpPort === undefined ? {} : { http: { publicKey: overHttp.publicKey, port: httpPort, health: reported } }
    const common = { ...shared, ...measured('discord') }
    makers.push(() => createDiscordPlatform({ ...own, ...http, ...common }))
  }
  if (makers.length === 0) {
    const { createTerminalPlatform } = await import('../platforms/terminal/platform.ts')
    const { input, output, zone, userName } = around
    const look = { interactive: input.isTTY && output.isTTY, color: output.isTTY && config.color }
    makers.push(() => createTerminalPlatform({ commands, input, output, ...look, personName: userName, ...measured('terminal'), filesFolder: dirname(config.databaseFile), zone, now, log, onEnd }))
  }
  return independentPlatforms(makers, log)
}

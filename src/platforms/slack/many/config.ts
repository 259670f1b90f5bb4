// What a bot for many workspaces is told when it's made.
import type { Commands } from '../../../commands/commands.ts'
import type { Log } from '../../../core/log.ts'
import type { PlatformMeasures } from '../../../core/measures.ts'
import type { Instant } from '../../../core/time.ts'
import type { DrawPicture } from '../../../screens/pictures/picture.ts'
import type { HttpPort } from '../../http-port.ts'
import type { HealthReport } from '../connection/health-routes.ts'
import type { ImageTiming } from '../outgoing/images.ts'
import type { TokenKeys } from './sealed-token.ts'
import type { KeptInstallations } from './tokens.ts'

export type ManyConfig = {
  readonly clientId: string
  readonly clientSecret: string
  readonly stateSecret: string
  readonly signingSecret: string
  readonly port: number
  /** The same port, where another platform uses it too. */
  readonly httpPort?: HttpPort | undefined
  /** Where people and Slack reach the bot: `https://bot.example.org`. */
  readonly publicUrl: string
  readonly tokenKeys: TokenKeys
  /** What the pages say of who runs the bot. */
  readonly about: { readonly operator: string | null; readonly contact: string | null; readonly keepRemovedDays: number }
  readonly kept: KeptInstallations
  /** Another address of the Web API. */
  readonly apiUrl?: string
  /** Another slash command than /study. */
  readonly command?: string
  readonly commands: Commands
  readonly log: Log
  /** Absent: no pictures. */
  readonly drawPicture?: DrawPicture
  readonly health?: HealthReport
  readonly measures?: PlatformMeasures
  /** Of the pictures of questions, for tests. */
  readonly pictures?: ImageTiming
  readonly now?: () => Instant
}

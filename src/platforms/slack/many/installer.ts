// How a workspace gets the app: Slack asks its people, and gives the bot a token for it. https://docs.slack.dev/authentication/installing-with-oauth
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Installation as Granted } from '@slack/bolt'
import type { InstalledApp, Served } from '../../../core/installation.ts'
import type { Log } from '../../../core/log.ts'
import type { GroupId } from '../../../core/quiz.ts'
import type { Instant } from '../../../core/time.ts'
import { createHttpPort } from '../../http-port.ts'
import { boltLogger } from '../connection/bolt-logger.ts'
import type { Connection } from '../connection/connection.ts'
import { faultName } from '../connection/fault.ts'
import { httpConnection } from '../connection/http-connection.ts'
import { clientOptions } from '../connection/web-clients.ts'
import { groupId } from '../ids.ts'
import type { NameCommand } from '../outgoing/name-command.ts'
import { raw, text } from '../raw.ts'
import { optionalScopes, scopes } from '../scopes.ts'
import type { ManyConfig } from './config.ts'
import { InstallError, outcomeOf } from './install-outcome.ts'
import { answer, pageRoutes } from './pages/routes.ts'
import { failedPage, installedPage, type GrantedTo } from './pages/outcome.ts'
import { installPath, installUrlAt, redirectPath } from './paths.ts'
import { seal, type TokenKeys } from './sealed-token.ts'
import type { KeptInstallations, Tokens } from './tokens.ts'

/** In seconds. */
const stateLife = 10 * 60

type Installer = { /** @throws InstallError */ readonly store: (granted: Granted<'v1' | 'v2', boolean>) => Promise<void> }

type Needs = {
  readonly kept: KeptInstallations
  readonly tokenKeys: TokenKeys
  readonly tokens: Tokens
  /** Asks Slack whose token it is. */
  readonly ask: (token: string) => Promise<object>
  readonly installed: (groups: readonly GroupId[], found: readonly Served[]) => void
  readonly now: () => Instant
  readonly log: Log
}

export function createInstaller({ kept, tokenKeys, tokens, ask, installed, now, log }: Needs): Installer {
  async function store(granted: Granted<'v1' | 'v2', boolean>): Promise<void> {
    const { bot, team, enterprise, isEnterpriseInstall } = granted
    const isWhole = isEnterpriseInstall === true
    const where = isWhole ? enterprise : team
    if (bot?.token === undefined || where?.id === undefined) throw new InstallError('no-token')
    // A token that changes twice a day can be lost between two processes.
    if (bot.refreshToken !== undefined) throw new InstallError('rotation')
    const told = raw(await ask(bot.token))
    if (!isWhole && told['team_id'] !== where.id) throw new InstallError('no-token')
    const id = groupId(where.id)
    const app: InstalledApp = { id, name: where.name ?? where.id, url: text(told['url']) ?? 'https://slack.com/', bot: bot.userId, botId: bot.id ?? '', scopes: bot.scopes }
    const found: readonly Served[] = isWhole ? [] : [{ group: id, name: where.name ?? null }]
    const missing = Object.keys(scopes).filter((scope) => !bot.scopes.includes(scope))
    try {
      await kept.save(app, seal(tokenKeys, id, bot.token), found, now())
    } catch (cause) {
      throw new InstallError('database', { cause })
    }
    tokens.forget()
    log.info({ installation: id, organization: isWhole, ...(missing.length === 0 ? {} : { missing }) }, 'the app was installed')
    installed(await kept.servedBy(id).catch(() => found.map(({ group }) => group)), found)
  }
  return { store }
}

/** The bot's address, with what Slack and people call there: deliveries, the installation, and the pages about it. */
export function installConnection(config: ManyConfig & { readonly installer: Installer; readonly naming: Pick<NameCommand, 'command'> }): Connection {
  const { clientId, clientSecret, stateSecret, signingSecret, port, httpPort, publicUrl, apiUrl, about, health, log, installer, naming } = config
  const site = { publicUrl, command: naming.command, ...about }
  const onSuccess = (granted: Granted<'v1' | 'v2', boolean>, _: unknown, request: IncomingMessage, response: ServerResponse) =>
    answer(request, response, 200, installedPage(site, grantedTo(granted)), { isPrivate: true })
  const onFailure = (error: unknown, _: unknown, request: IncomingMessage, response: ServerResponse) => {
    const outcome = outcomeOf(error)
    log[outcome.level]({ fault: faultName(error), outcome: outcome.kind }, 'the app was not installed')
    if (outcome.kind === 'begin') return redirect(response, installUrlAt(publicUrl))
    answer(request, response, outcome.status, failedPage(site, outcome.kind), { isPrivate: true })
  }
  const connection = httpConnection({
    signingSecret, port: httpPort ?? createHttpPort(port), health, logger: quietly(log),
    installing: {
      clientId, clientSecret, stateSecret,
      redirectUri: `${publicUrl}${redirectPath}`,
      scopes: [...Object.keys(scopes), ...Object.keys(optionalScopes)],
      installationStore: {
        storeInstallation: installer.store,
        fetchInstallation: () => Promise.reject(new Error('tokens are looked up elsewhere')),
      },
      installerOptions: {
        directInstall: true,
        installPath,
        redirectUriPath: redirectPath,
        stateCookieExpirationSeconds: stateLife,
        ...(apiUrl === undefined ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
        clientOptions: clientOptions(config, 0),
        callbackOptions: { success: onSuccess, failure: onFailure },
      },
      customRoutes: pageRoutes(site),
    },
  })
  withoutTokens(connection)
  return connection
}

/**
 * Bolt would look up a token for each delivery, and drop in silence what comes while the database is away. It would also keep a client for each
 * token it has seen.
 */
function withoutTokens({ receiver }: Connection): void {
  if ('installer' in receiver && receiver.installer !== undefined) receiver.installer.authorize = async () => ({})
}

function grantedTo({ isEnterpriseInstall, enterprise, team, appId }: Granted<'v1' | 'v2', boolean>): GrantedTo {
  const isWhole = isEnterpriseInstall === true
  return { name: (isWhole ? enterprise?.name : team?.name) ?? null, app: appId ?? null, team: team?.id ?? null, isWhole }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'cache-control': 'no-store' })
  response.end()
}

/** Anybody can open these addresses with anything, so what goes wrong there is no error of the bot. */
function quietly(log: Log): ReturnType<typeof boltLogger> {
  return boltLogger({ ...log, error: log.info })
}

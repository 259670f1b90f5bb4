// The table of installations, and of the groups that each serves.
import type { Installation, InstallationId, InstalledApp, Served } from '../../core/installation.ts'
import type { GroupId, PlaceId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { SealedToken } from '../installations.ts'
import type { Statements } from './statements.ts'

export type InstallationsTable = {
  find(id: InstallationId): Installation | undefined
  serving(group: GroupId): Installation | undefined
  servedBy(id: InstallationId): readonly GroupId[]
  names(): readonly { readonly group: GroupId; readonly name: string }[]
  homeAmong(places: readonly PlaceId[]): PlaceId | undefined
  install(app: InstalledApp, sealed: Uint8Array, at: Instant): void
  serve(id: InstallationId, served: Served): void
  save(installation: Installation): void
  toCheck(before: { readonly refused: Instant; readonly others: Instant }, limit: number): readonly Installation[]
  left(): readonly GroupId[]
  removedBefore(at: Instant): readonly InstallationId[]
  drop(id: InstallationId): void
  sealed(): readonly SealedToken[]
}

type Row = {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly bot: string
  readonly bot_id: string
  readonly scopes: string
  readonly token: Buffer | null
  readonly installed_at: number
  readonly removed_at: number | null
  readonly checked_at: number
  readonly refused_at: number | null
}

export function openInstallationsTable(db: Statements): InstallationsTable {
  const sql = prepare(db)
  return {
    find: (id) => installation(sql.find.get(id)),
    serving: (group) => installation(sql.serving.get({ group })),
    servedBy: (id) => sql.servedBy.all(id),
    names: () => sql.names.all(),
    homeAmong: (places) => sql.home.get(JSON.stringify(places)),
    install: ({ id, name, url, bot, botId, scopes }, token, at) =>
      void sql.install.run({ id, name, url, bot, botId, scopes: scopes.join(' '), token: Buffer.from(token), at }),
    serve: (id, { group, name }) => void sql.serve.run({ id, group, name }),
    save: ({ id, sealed, removedAt, checkedAt, refusedAt }) => void sql.save.run({ id, token: sealed === null ? null : Buffer.from(sealed), removedAt, checkedAt, refusedAt }),
    toCheck: (before, limit) => sql.toCheck.all({ ...before, limit }).flatMap((row) => installation(row) ?? []),
    left: () => sql.left.all(),
    removedBefore: (at) => sql.removedBefore.all(at),
    drop(id) {
      sql.dropServed.run(id)
      sql.drop.run(id)
    },
    sealed: () => sql.sealed.all(),
  }
}

function installation(row: Row | undefined): Installation | undefined {
  if (row === undefined) return undefined
  const { id, name, url, bot, bot_id: botId, scopes, token, installed_at: installedAt, removed_at: removedAt, checked_at: checkedAt, refused_at: refusedAt } = row
  return { id, name, url, bot, botId, scopes: scopes.split(' '), sealed: token, installedAt, removedAt, checkedAt, refusedAt }
}

function prepare(db: Statements) {
  return {
    find: db.prepare<[string], Row>('SELECT * FROM installations WHERE id = ?'),
    // Its own one comes before that of its organization.
    serving: db.prepare<[{ readonly group: string }], Row>(
      `SELECT i.* FROM served_groups s JOIN installations i ON i.id = s.installation_id
       WHERE s.name = +@group AND i.removed_at IS NULL ORDER BY i.id = +@group DESC, i.installed_at DESC LIMIT 1`,
    ),
    servedBy: db.prepare<[string], string>('SELECT name FROM served_groups WHERE installation_id = ? ORDER BY name').pluck(),
    names: db.prepare<[], { readonly group: string; readonly name: string }>(
      'SELECT s.name AS "group", s.title AS name FROM served_groups s JOIN installations i ON i.id = s.installation_id WHERE i.removed_at IS NULL AND s.title IS NOT NULL',
    ),
    home: db.prepare<[string], string>('SELECT p.name FROM json_each(?) e JOIN places p ON p.name = e.value JOIN quizzes q ON q.place_id = p.id ORDER BY p.id LIMIT 1').pluck(),
    install: db.prepare<[object]>(
      `INSERT INTO installations (id, name, url, bot, bot_id, scopes, token, installed_at, removed_at, checked_at, refused_at)
       VALUES (@id, @name, @url, @bot, @botId, @scopes, @token, @at, NULL, @at, NULL)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, url = excluded.url, bot = excluded.bot, bot_id = excluded.bot_id, scopes = excluded.scopes,
         token = excluded.token, installed_at = excluded.installed_at, removed_at = NULL, checked_at = excluded.checked_at, refused_at = NULL`,
    ),
    serve: db.prepare<[object]>(
      'INSERT INTO served_groups (name, installation_id, title) VALUES (@group, @id, @name) ON CONFLICT (name, installation_id) DO UPDATE SET title = coalesce(excluded.title, served_groups.title)',
    ),
    save: db.prepare<[object]>('UPDATE installations SET token = @token, removed_at = @removedAt, checked_at = @checkedAt, refused_at = @refusedAt WHERE id = @id'),
    toCheck: db.prepare<[object], Row>(
      `SELECT * FROM installations WHERE removed_at IS NULL AND checked_at < iif(refused_at IS NULL, CAST(@others AS BIGINT), @refused)
       ORDER BY refused_at IS NULL, checked_at LIMIT +@limit`,
    ),
    left: db.prepare<[], string>(
      `SELECT DISTINCT name FROM served_groups s WHERE NOT EXISTS (
         SELECT 1 FROM served_groups o JOIN installations i ON i.id = o.installation_id WHERE o.name = s.name AND i.removed_at IS NULL)`,
    ).pluck(),
    removedBefore: db.prepare<[number], string>('SELECT id FROM installations WHERE removed_at < ? ORDER BY removed_at').pluck(),
    dropServed: db.prepare<[string]>('DELETE FROM served_groups WHERE installation_id = ?'),
    drop: db.prepare<[string]>('DELETE FROM installations WHERE id = ?'),
    sealed: db.prepare<[], SealedToken>('SELECT id, token AS sealed FROM installations WHERE token IS NOT NULL ORDER BY id'),
  }
}

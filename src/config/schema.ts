// Which values each environment variable may have.
import { z } from 'zod'
import { attributesIn } from './resource-attributes.ts'
import type { Given, Key } from './settings.ts'

const port = z.coerce.number().int().min(1).max(65_535)
const address = z.url({ protocol: /^https?$/ })

const shapes = {
  slackBotToken: z.string().regex(/^xox[be]/),
  slackAppToken: z.string().regex(/^xapp-/),
  slackSigningSecret: z.string().min(8),
  port,
  slackClientId: z.string().regex(/^[\w.-]{5,}$/),
  slackClientSecret: z.string().regex(/^\S{16,}$/),
  slackStateSecret: z.string().min(16),
  publicUrl: z.url({ protocol: /^https?$/ }).refine(isOrigin),
  tokenKeys: z.string().refine(areKeys),
  slackCommand: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
  keepRemovedDays: z.coerce.number().int().min(0).max(3650),
  operatorName: z.string().max(200),
  supportContact: z.union([z.email(), address]),
  slackApiUrl: address,
  discordToken: z.string().regex(/^\S{20,}$/),
  discordApiUrl: address,
  discordPublicKey: z.string().regex(/^[0-9a-f]{64}$/iu),
  discordRequestsPerSecond: z.coerce.number().int().min(1).max(1000),
  databaseFile: z.string(),
  databaseUrl: z.url({ protocol: /^postgres(?:ql)?$/ }),
  courseFolder: z.string(),
  courseFolders: z.string(),
  healthPort: port,
  healthHost: z.string().regex(/^[\w.:-]+$/),
  drainSeconds: z.coerce.number().min(0).max(60),
  backupFolder: z.string(),
  backupKeep: z.coerce.number().int().min(1).max(1000),
  otlpEndpoint: address,
  otlpTracesEndpoint: address,
  otelServiceName: z.string(),
  otelResourceAttributes: z.string().refine((written) => attributesIn(written) !== undefined),
  otelTracesSampler: z.enum(['always_on', 'always_off', 'traceidratio', 'parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio']),
  otelTracesSamplerArg: z.coerce.number().min(0).max(1),
  logLevel: z.enum(['error', 'warn', 'info', 'debug']),
} satisfies Record<Key, z.ZodType>

const schema = z.object(shapes).partial()

/** Without a path; only this machine may do without TLS. */
function isOrigin(written: string): boolean {
  const url = URL.parse(written)
  return url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && (url.protocol === 'https:' || /^(?:localhost|127\.0\.0\.1)$/u.test(url.hostname))
}

/** `2:base64,1:base64`, each number once, each key of 32 bytes. */
function areKeys(written: string): boolean {
  const keys = written.split(',').map((part) => /^\s*(\d{1,3}):[A-Za-z0-9+/_-]{43}=?\s*$/u.exec(part)?.[1])
  const numbers = keys.map(Number)
  return numbers.every((number) => number >= 1 && number <= 255) && new Set(numbers).size === numbers.length
}

export type Values = { readonly [K in Key]?: z.infer<(typeof shapes)[K]> | undefined }

/** The typed values, or the names of all settings whose values are wrong. */
export function checkValues(given: Given): { readonly values: Values } | { readonly wrong: readonly Key[] } {
  const parsed = schema.safeParse(given)
  if (parsed.success) return { values: parsed.data }
  return { wrong: [...new Set(parsed.error.issues.map((issue) => issue.path[0] as Key))] }
}

// Which values each environment variable may have.
import { z } from 'zod'
import type { Given, Key } from './settings.ts'

const port = z.coerce.number().int().min(1).max(65_535)
const address = z.url({ protocol: /^https?$/ })

const shapes = {
  slackBotToken: z.string().regex(/^xox[be]/),
  slackAppToken: z.string().regex(/^xapp-/),
  slackSigningSecret: z.string().min(8),
  port,
  slackApiUrl: address,
  discordToken: z.string().regex(/^\S{20,}$/),
  discordApiUrl: address,
  discordPublicKey: z.string().regex(/^[0-9a-f]{64}$/iu),
  discordRequestsPerSecond: z.coerce.number().int().min(1).max(1000),
  databaseFile: z.string(),
  courseFolder: z.string(),
  courseFolders: z.string(),
  healthPort: port,
  healthHost: z.string().regex(/^[\w.:-]+$/),
  backupFolder: z.string(),
  backupKeep: z.coerce.number().int().min(1).max(1000),
  logLevel: z.enum(['error', 'warn', 'info', 'debug']),
} satisfies Record<Key, z.ZodType>

const schema = z.object(shapes).partial()

export type Values = { readonly [K in Key]?: z.infer<(typeof shapes)[K]> | undefined }

/** The typed values, or the names of all settings whose values are wrong. */
export function checkValues(given: Given): { readonly values: Values } | { readonly wrong: readonly Key[] } {
  const parsed = schema.safeParse(given)
  if (parsed.success) return { values: parsed.data }
  return { wrong: [...new Set(parsed.error.issues.map((issue) => issue.path[0] as Key))] }
}

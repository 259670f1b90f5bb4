// Fields that several kinds of course files share.
import { z } from 'zod'

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits, and single hyphens, for example "ec2-guest-os"')
/** One or more sentences. */
export const sentence = z.string().trim().min(1).max(1200)
export const line = z.string().trim().min(1).max(200)
export const factId = z.string().regex(/^f\d+$/, 'use "f" and a number, for example "f007"')

/**
 * Where a statement comes from: `<document id> / <heading>`. If a document repeats a heading, the heading above it goes in between:
 * `001 / Best Practices / Data Protection`.
 */
export const citation = z
  .string()
  .regex(/^\S+ \/ .+$/, 'write "<document id> / <section heading>", for example "002 / AWS Lambda"')
export const citations = z
  .array(citation)
  .min(1)
  .describe('The sections that support it: "<document id> / <section heading>". If a heading occurs twice, put the heading above it in between')

/** Warnings that an author decides to ignore: the id of the check, and the reason. */
export const waivers = z.record(id, sentence)

// The shape of blocks as Slack's own type declarations have it, made into a JSON schema.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv'

const types = join(import.meta.dirname, '../../../node_modules/@slack/types')

let validator: ValidateFunction | undefined

/** Made once for a version of the types: that takes seconds, and each test file is a process of its own. */
function schema(): AnySchemaObject {
  const { version } = JSON.parse(readFileSync(join(types, 'package.json'), 'utf8')) as { version: string }
  const kept = join(tmpdir(), `studyhall-slack-blocks-${version}.json`)
  if (!existsSync(kept)) {
    // Loaded only where it is needed: with it comes a whole compiler.
    const { createGenerator } = createRequire(import.meta.url)('ts-json-schema-generator') as typeof import('ts-json-schema-generator')
    const generator = createGenerator({ path: join(types, 'dist/index.d.ts'), type: 'KnownBlock', skipTypeCheck: true, topRef: false, additionalProperties: false })
    const unfinished = `${kept}.${process.pid}`
    writeFileSync(unfinished, JSON.stringify(generator.createSchema('KnownBlock')))
    renameSync(unfinished, kept)
  }
  return JSON.parse(readFileSync(kept, 'utf8')) as AnySchemaObject
}

/** Unknown blocks and fields, wrong kinds of text, missing parts. */
export function shapeProblems(blocks: readonly unknown[]): string[] {
  validator ??= new Ajv({ strict: false }).compile(schema())
  const check = validator
  return blocks.flatMap((block, index) => {
    if (check(block)) return []
    const type = (block as { type?: unknown } | null)?.type
    return [`block ${index} (${String(type)}) has a shape that Slack's types do not know: ${JSON.stringify(block).slice(0, 300)}`]
  })
}

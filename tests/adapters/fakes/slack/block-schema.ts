// The shape of blocks as Slack's own type declarations have it, made into a JSON schema once per process.
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'

let validator: ValidateFunction | undefined

function compile(): ValidateFunction {
  const path = `${import.meta.dirname}/../../../../node_modules/@slack/types/dist/index.d.ts`
  const generator = createGenerator({ path, type: 'KnownBlock', skipTypeCheck: true, topRef: false, additionalProperties: false })
  return new Ajv({ strict: false }).compile(generator.createSchema('KnownBlock') as AnySchemaObject)
}

/** Unknown blocks and fields, wrong kinds of text, missing parts. */
export function shapeProblems(blocks: readonly unknown[]): string[] {
  validator ??= compile()
  const check = validator
  return blocks.flatMap((block, index) => {
    if (check(block)) return []
    const type = (block as { type?: unknown } | null)?.type
    return [`block ${index} (${String(type)}) has a shape that Slack's types do not know: ${JSON.stringify(block).slice(0, 300)}`]
  })
}

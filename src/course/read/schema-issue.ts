// Explains what zod found wrong in words for an author.
import { numberOf } from '../../core/number-of.ts'
import type { z } from 'zod'

/** `path` leads to the field that is wrong; for an unknown field, to that field. */
type Explained = { readonly path: readonly PropertyKey[]; readonly message: string; readonly remedy: string }

/** @param source the value as written in the file, if it has no quotes */
export function explainIssue(issue: z.core.$ZodIssue, source?: string): Explained {
  const name = `"${fieldName(issue.path)}"`
  const path = issue.path
  switch (issue.code) {
    case 'unrecognized_keys': {
      const [first = ''] = issue.keys
      return {
        path: [...path, first],
        message: `There is no field ${issue.keys.map((key) => `"${key}"`).join(', ')} here`,
        remedy: 'Remove it or correct its spelling; data/schemas/ lists the fields',
      }
    }
    case 'invalid_type':
      if (issue.input === undefined) return { path, message: `${name} is missing`, remedy: `Add it (${issue.expected})` }
      return { path, message: `${name} is ${kindOf(issue.input)}${reason(issue.input, source)}`, remedy: typeRemedy(issue.expected, issue.input, source) }
    case 'too_big':
      return { path, message: `${name} is too long: ${sizeOf(issue.input)}`, remedy: `Shorten it to ${issue.maximum} or less` }
    case 'too_small':
      return { path, message: tooSmall(name, issue.input), remedy: `It needs at least ${issue.minimum}` }
    case 'invalid_value':
      return {
        path,
        message: `${name} is ${JSON.stringify(issue.input) ?? 'missing'}`,
        remedy: `Write one of ${issue.values.map(String).join(', ')}`,
      }
    case 'invalid_format':
      return { path, message: `${name} is not valid: ${JSON.stringify(issue.input)}`, remedy: sentenceCase(issue.message) }
    case 'invalid_key':
      return { path, message: `The name ${name} is not allowed here`, remedy: sentenceCase(issue.issues[0]?.message ?? issue.message) }
    case 'invalid_union':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return { path, message: `${name} is wrong`, remedy: sentenceCase(issue.message) }
  }
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the file' : path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join(' › ')
}

function kindOf(input: unknown): string {
  if (input === null || input === '') return 'empty'
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'string') return 'a text'
  return typeof input === 'object' ? 'a mapping' : `the ${typeof input} ${String(input)}`
}

function tooSmall(name: string, input: unknown): string {
  const some = Array.isArray(input) && input.length > 0
  return some ? `${name} has only ${numberOf(input.length, 'item')}` : `${name} is empty or too small`
}

/** YAML reads `007` as the number 7 and `null` as nothing. */
function reason(input: unknown, source = ''): string {
  return source === '' || (input !== null && source === String(input)) ? '' : `, because "${source}" is not in quotes`
}

function typeRemedy(expected: string, input: unknown, source = ''): string {
  if (expected === 'string' && (typeof input !== 'object' || source !== '')) return 'Put it in quotes'
  if (expected === 'array') return 'Make it a list'
  return expected === 'object' ? 'Make it a mapping of fields' : `Make it a ${expected}`
}

function sizeOf(input: unknown): string {
  if (typeof input === 'string') return `${input.length} characters`
  return Array.isArray(input) ? numberOf(input.length, 'item') : String(input)
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

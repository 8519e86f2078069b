import type { z } from 'zod'
import { appendPointer } from '@/lib/domain/json/pointer'
import type { Violation } from '@/lib/contracts/problem-details'
import { jsonLosses } from '@/lib/server/services/json-losses'
import { problem } from '@/lib/server/services/problem'
import { mediaType, readBytes, type Asked } from '@/lib/server/services/request-bytes'

/** Bodies of the JSON calls; events have their own, larger limit. */
const MAX_BODY_BYTES = 4 * 1024 * 1024
/** Deeper values would overflow recursive printers further on. */
const MAX_DEPTH = 256

/** @throws Problem `unsupported-media-type`, `malformed-json`, `invalid-request` */
export async function readJson(request: Asked): Promise<unknown> {
  const type = mediaType(request)
  if (type !== 'application/json' && type !== 'application/merge-patch+json') {
    throw problem(
      'unsupported-media-type',
      `This call reads application/json, and got "${type.slice(0, 100)}". Set the Content-Type header.`,
    )
  }
  const bytes = await readBytes(request, MAX_BODY_BYTES)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw problem('malformed-json', 'The body is not UTF-8.')
  }
  if (isTooDeep(text))
    throw problem('invalid-request', `The body is nested more than ${MAX_DEPTH} levels deep.`)
  const value = parseText(text)
  const losses = jsonLosses(text, value)
  const first = losses[0]
  if (!first) return value
  throw problem(
    'invalid-request',
    `The body cannot be kept as it was sent: ${first.pointer}: ${first.message}`,
    losses,
  )
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw problem('malformed-json', `The body is not JSON: ${(error as Error).message.slice(0, 200)}`)
  }
}

/** Counts brackets outside strings, so that a depth bomb is refused before anything is built from it. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (inString) {
      if (unit === 0x5c) i++
      else if (unit === 0x22) inString = false
    } else if (unit === 0x22) inString = true
    else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > MAX_DEPTH) return true
    } else if (unit === 0x7d || unit === 0x5d) depth--
  }
  return false
}

/** Parses by a contract; `at` says where the value came from, in words. @throws Problem `invalid-request` with pointers */
export function parse<T extends z.ZodType>(schema: T, value: unknown, at: string): z.output<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const violations = result.error.issues.slice(0, 50).flatMap(toViolations)
  const first = violations[0]
  throw problem(
    'invalid-request',
    `${at} is not as expected: ${first ? `${first.pointer || 'it'}: ${first.message}` : 'see errors'}`,
    violations,
  )
}

function toViolations(issue: z.core.$ZodIssue): Violation[] {
  const pointer = appendPointer('', ...issue.path.map((token) => String(token)))
  if (issue.code !== 'unrecognized_keys') return [{ pointer, code: issue.code, message: issue.message }]
  return issue.keys.map((key) => ({
    pointer: appendPointer(pointer, key),
    code: 'unknown-field',
    message: 'This field is not known here',
  }))
}

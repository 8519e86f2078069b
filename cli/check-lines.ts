import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { checkCompatibility } from '@/lib/domain/compatibility/check-compatibility'
import { isObject, own, type Json } from '@/lib/domain/json/json'
import { exitCodes } from './usage-error'

/**
 * Answers `{id, reader, writer}` lines with `{id, verdict, witness?, path?, reason?}` lines, one each, in order, as they
 * come: the writer's events must be valid for the reader. A line that cannot be read is answered with an error and
 * stops nothing.
 */
export async function checkLines(
  input: Readable,
  output: Writable,
  policy: 'tolerant' | 'strict' | 'confluent',
): Promise<number> {
  let failed = false
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    const answer = answerLine(line, policy)
    failed ||= 'error' in answer
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain')
  }
  return failed ? exitCodes.found : exitCodes.fine
}

function answerLine(line: string, policy: 'tolerant' | 'strict' | 'confluent'): Record<string, unknown> {
  let pair: Json
  try {
    pair = JSON.parse(line) as Json
  } catch (error) {
    return { id: null, verdict: 'unknown', reason: 'the line is not JSON', error: (error as Error).message }
  }
  const id = isObject(pair) ? (own(pair, 'id') ?? null) : null
  const [writer, reader] = isObject(pair) ? [own(pair, 'writer'), own(pair, 'reader')] : []
  if (!isSchema(writer) || !isSchema(reader)) {
    return {
      id,
      verdict: 'unknown',
      reason: 'the line has no pair',
      error: '"writer" and "reader" must each be a schema: an object or a boolean',
    }
  }
  // Backward asks whether the new reader takes the old writer's events.
  return { id, ...checkCompatibility(writer, reader, { mode: 'backward', policy }).backward }
}

function isSchema(value: Json | undefined): value is Json {
  return typeof value === 'boolean' || isObject(value)
}

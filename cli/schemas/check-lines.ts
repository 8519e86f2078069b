import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Policy } from '@/lib/domain/compatibility/check-compatibility'
import { checkCompatibility } from '@/lib/domain/compatibility/check-compatibility'
import { isObject, own, type Json } from '@/lib/domain/json/json'
import { exitCodes } from '../usage-error'
import { readLines, type Line } from '../read-lines'

/** In bytes: a schema pair of any use is far below. */
const LONGEST_LINE = 16 * 1024 * 1024

/**
 * Answers `{id, reader, writer}` lines with `{id, verdict, witness?, path?, reason?}` lines, one each, in order, as they
 * come: the writer's events must be valid for the reader. A line that cannot be read is answered with an error and
 * stops nothing; only blank lines have no answer. One pair is held at a time: nothing is read on while the reader of
 * the answers is behind.
 */
export async function checkLines(input: Readable, output: Writable, policy: Policy): Promise<number> {
  let failed = false
  for await (const line of readLines(input, LONGEST_LINE)) {
    if ('text' in line && line.text.trim() === '') continue
    const answer = answerLine(line, policy)
    failed ||= 'error' in answer
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain')
  }
  return failed ? exitCodes.found : exitCodes.fine
}

function answerLine(line: Line, policy: Policy): Record<string, unknown> {
  if ('fault' in line) return unreadable(null, line.fault)
  let pair: Json
  try {
    pair = JSON.parse(line.text.replace(/^\uFEFF/, '')) as Json
  } catch (error) {
    return unreadable(null, `the line is not JSON: ${(error as Error).message}`)
  }
  const id = isObject(pair) ? (own(pair, 'id') ?? null) : null
  const [writer, reader] = isObject(pair) ? [own(pair, 'writer'), own(pair, 'reader')] : []
  if (!isSchema(writer) || !isSchema(reader))
    return unreadable(id, '"writer" and "reader" must each be a schema: an object or a boolean')
  try {
    // Backward asks whether the new reader takes the old writer's events.
    return { id, ...checkCompatibility(writer, reader, { mode: 'backward', policy }).backward }
  } catch (error) {
    return unreadable(id, `the pair could not be compared: ${(error as Error).message}`)
  }
}

function unreadable(id: Json, error: string): Record<string, unknown> {
  return { id, verdict: 'unknown', reason: 'the line has no pair that could be compared', error }
}

function isSchema(value: Json | undefined): value is Json {
  return typeof value === 'boolean' || isObject(value)
}

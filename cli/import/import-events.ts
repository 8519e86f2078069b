import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ApiOptions } from '@/lib/client/api'
import { sendEvents } from '@/lib/client/send-events'
import type { Receipt } from '@/lib/contracts/event'
import { readEnvelope } from '@/lib/domain/envelope/read-envelope'
import type { Json } from '@/lib/domain/json/json'
import type { FileOutcome } from './import-folder'
import { faultOfFile } from './fault-of-file'
import { lossIn } from './loss-in'
import { mapEvent } from './map-event'
import type { Mapping } from './mapping'

/** Events a request; the server takes 5,000. */
const BATCH = 1_000
/** Bytes a request, below the 10 MiB the server takes. */
const MAX_BYTES = 8 * 1024 * 1024

/**
 * Sends one file of events: an object, an array, or one object a line. Nothing of it is sent unless all of it are
 * envelopes that the server will store.
 */
export async function importEvents(
  folder: string,
  file: string,
  mapping: Mapping,
  api: ApiOptions,
): Promise<FileOutcome> {
  const messages = readMessages(readFileSync(join(folder, file), 'utf8'))
  if (typeof messages === 'string') return { file, status: 'failed', message: messages }
  const texts = toEnvelopes(messages, mapping, file.replace(/\.[a-z]+$/, ''))
  if (typeof texts === 'string')
    return { file, status: 'failed', message: `${texts}; nothing of this file was sent` }
  const receipts: Receipt[] = []
  try {
    for (const batch of inBatches(texts))
      receipts.push(...(await sendEvents(batch, api, { mode: 'import' })).results)
  } catch (error) {
    const { message } = faultOfFile(error)
    return { file, status: 'failed', message: `${message} (${receipts.length} of ${texts.length} were sent)` }
  }
  const count = (...wanted: Receipt['status'][]) =>
    receipts.filter(({ status }) => wanted.includes(status)).length
  const isRefused = count('quarantined', 'conflict') > 0
  return {
    file,
    status: isRefused ? 'failed' : count('accepted', 'invalid') > 0 ? 'done' : 'unchanged',
    message: summary(receipts),
  }
}

/** The messages as texts of our envelope, or what is wrong with the first that is none. */
function toEnvelopes(messages: readonly Json[], mapping: Mapping, scope: string): string[] | string {
  const texts: string[] = []
  for (const [index, message] of messages.entries()) {
    const at = `event ${index + 1} of ${messages.length}`
    const envelope = mapEvent(message, mapping, scope)
    if (typeof envelope === 'string') return `${at}: ${envelope}`
    const text = JSON.stringify(envelope)
    const read = readEnvelope(text, { isImport: true }, { parsed: envelope as unknown as Json })
    if (read.kind === 'quarantined') {
      const first = read.problems[0]
      return `${at}: ${first?.pointer ?? ''} ${first?.message ?? 'no valid envelope'}`
    }
    texts.push(text)
  }
  return texts
}

function* inBatches(texts: readonly string[]): Generator<string[]> {
  let batch: string[] = []
  let bytes = 0
  for (const text of texts) {
    const size = Buffer.byteLength(text) + 1
    if (batch.length > 0 && (batch.length === BATCH || bytes + size > MAX_BYTES)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(text)
    bytes += size
  }
  if (batch.length > 0) yield batch
}

function readMessages(text: string): Json[] | string {
  try {
    const value = JSON.parse(text) as Json
    return lossIn(text) ?? (Array.isArray(value) ? value : [value])
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    if (lines.length < 2) return `not JSON: ${(error as Error).message}`
    return readLines(lines)
  }
}

function readLines(lines: readonly string[]): Json[] | string {
  const messages: Json[] = []
  for (const [index, line] of lines.entries()) {
    try {
      messages.push(JSON.parse(line) as Json)
      const loss = lossIn(line)
      if (loss !== undefined) return `line ${index + 1}: ${loss}`
    } catch (error) {
      return `neither JSON nor one JSON value a line: line ${index + 1}: ${(error as Error).message}`
    }
  }
  return messages
}

/** `23 events: 21 accepted, 2 invalid (/data/name: must be string)` */
function summary(receipts: readonly Receipt[]): string {
  const counts = new Map<string, number>()
  for (const { status } of receipts) counts.set(status, (counts.get(status) ?? 0) + 1)
  const first = receipts.find(({ status }) => status !== 'accepted' && status !== 'duplicate')?.problems?.[0]
  const parts = [...counts].map(([status, count]) => `${count} ${status}`).join(', ')
  return `${receipts.length} event${receipts.length === 1 ? '' : 's'}: ${parts}${first ? ` (first: ${first.pointer}: ${first.message})` : ''}`
}

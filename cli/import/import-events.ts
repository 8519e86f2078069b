import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ApiOptions } from '@/lib/client/api'
import { sendEvents } from '@/lib/client/send-events'
import type { Receipt } from '@/lib/contracts/event'
import type { Json } from '@/lib/domain/json/json'
import type { FileOutcome } from './import-folder'
import { mapEvent, type Envelope } from './map-event'
import type { Mapping } from './mapping'

/** Events a request; the server takes 5,000. */
const BATCH = 1_000

/**
 * Sends one file of events: an object, an array, or one object a line. Nothing of it is sent unless all of it can be
 * read as envelopes.
 */
export async function importEvents(
  folder: string,
  file: string,
  mapping: Mapping,
  api: ApiOptions,
): Promise<FileOutcome> {
  const messages = readMessages(readFileSync(join(folder, file), 'utf8'))
  if (typeof messages === 'string') return { file, status: 'failed', message: messages }
  const scope = file.replace(/\.[a-z]+$/, '')
  const envelopes: Envelope[] = []
  for (const [index, message] of messages.entries()) {
    const envelope = mapEvent(message, mapping, scope)
    if (typeof envelope === 'string')
      return {
        file,
        status: 'failed',
        message: `event ${index + 1} of ${messages.length}: ${envelope}; nothing of this file was sent`,
      }
    envelopes.push(envelope)
  }
  const receipts: Receipt[] = []
  for (let i = 0; i < envelopes.length; i += BATCH) {
    const { results } = await sendEvents(
      envelopes.slice(i, i + BATCH).map((envelope) => JSON.stringify(envelope)),
      api,
      { mode: 'import' },
    )
    receipts.push(...results)
  }
  const stored = receipts.filter(({ status }) => status === 'accepted' || status === 'invalid')
  return {
    file,
    status:
      stored.length > 0
        ? 'done'
        : receipts.some(({ status }) => status === 'quarantined')
          ? 'failed'
          : 'unchanged',
    message: summary(receipts),
  }
}

function readMessages(text: string): Json[] | string {
  try {
    const value = JSON.parse(text) as Json
    return Array.isArray(value) ? value : [value]
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

import { join } from 'node:path'
import type { ApiOptions } from '@/lib/client/api'
import { readEnvelope } from '@/lib/domain/envelope/read-envelope'
import type { Json } from '@/lib/domain/json/json'
import type { FileOutcome } from './import-folder'
import { lossIn } from './loss-in'
import { mapEvent } from './map-event'
import type { Mapping } from './mapping'
import { readText } from './read-text'
import { sendTexts } from './send-texts'

/**
 * Sends one file of events: an object, an array, or one object a line. Nothing of it is sent unless all of it are
 * envelopes; one that is too long for the server is left out and told of.
 */
export async function importEvents(
  folder: string,
  file: string,
  mapping: Mapping,
  api: ApiOptions,
): Promise<FileOutcome> {
  const read = readText(join(folder, file))
  if ('fault' in read) return { file, status: 'failed', message: read.fault }
  const messages = readMessages(read.text)
  if (typeof messages === 'string') return { file, status: 'failed', message: messages }
  const texts = toEnvelopes(messages, mapping, file.replace(/\.[a-z]+$/, ''))
  if (typeof texts === 'string')
    return { file, status: 'failed', message: `${texts}; nothing of this file was sent` }
  return sendTexts(file, texts, api)
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

import { basename } from 'node:path'
import type { ApiOptions } from '@/lib/client/api'
import type { FileOutcome } from './import-folder'
import { encodingOfXml, readText } from './read-text'
import { readXes } from './read-xes'
import { sendTexts } from './send-texts'

/** Sends a process log in XES form as chains; nothing of it where any of it cannot be read. */
export async function importXes(path: string, api: ApiOptions, now: number): Promise<FileOutcome> {
  const file = basename(path)
  const read = readText(path, encodingOfXml)
  if ('fault' in read) return { file, status: 'failed', message: read.fault }
  const log = readXes(read.text, file, now)
  if (typeof log === 'string')
    return { file, status: 'failed', message: `${log}; nothing of this file was sent` }
  return sendTexts(
    file,
    log.envelopes.map((envelope) => JSON.stringify(envelope)),
    api,
  )
}

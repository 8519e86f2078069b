import { join } from 'node:path'
import { type ApiOptions } from '@/lib/client/api'
import { importEvents } from './import-events'
import { importSchemas } from './import-schemas'
import { ensurePeople } from './import-people'
import { listFiles } from './read-folder'
import type { Mapping } from './mapping'

/**
 * What an import did with one file. A `failed` one changed nothing, except where events of it conflict with what is
 * stored or are longer than the server takes: then those alone were not taken.
 */
export interface FileOutcome {
  readonly file: string
  readonly status: 'done' | 'unchanged' | 'failed'
  readonly message: string
}

/**
 * Brings a folder of versioned schemas and files of events into a running catalog. Running it again changes nothing;
 * a bad file is told of and changes nothing, and the rest goes on.
 */
export async function importFolder(
  folder: string,
  mapping: Mapping,
  api: ApiOptions,
  tell: (outcome: FileOutcome) => void,
): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = []
  const report = (outcome: FileOutcome) => {
    outcomes.push(outcome)
    tell(outcome)
  }
  await ensurePeople(mapping, api)
  const schemaFolder = join(folder, mapping.schemas.folder)
  await importSchemas(schemaFolder, listFiles(schemaFolder, ['.json']), mapping, api, report)
  const eventFolder = join(folder, mapping.events.folder)
  for (const file of listFiles(eventFolder, ['.json', '.ndjson', '.jsonl']))
    report(await importEvents(eventFolder, file, mapping, api))
  return outcomes
}

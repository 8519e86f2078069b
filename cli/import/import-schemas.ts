import { join } from 'node:path'
import { ApiProblem, call, type ApiOptions } from '@/lib/client/api'
import { cudName } from '@/lib/domain/naming/cud-name'
import { orderVersions } from '@/lib/domain/versioning/label-order'
import type { FileOutcome } from './import-folder'
import { faultOfFile } from './fault-of-file'
import { unlessThere } from './import-people'
import type { Mapping } from './mapping'
import { matchPath } from './read-folder'
import { readSchema } from './read-schema'
import { readText } from './read-text'

interface SchemaFile {
  readonly file: string
  readonly label: string
  readonly ordinal: number
}

/** Publishes a folder of schema files, each type's versions lowest first. */
export async function importSchemas(
  folder: string,
  files: readonly string[],
  mapping: Mapping,
  api: ApiOptions,
  report: (outcome: FileOutcome) => void,
): Promise<void> {
  const byType = new Map<string, SchemaFile[]>()
  for (const file of files) {
    const named = matchPath(mapping.schemas.path, file)
    if (!named) {
      report({ file, status: 'failed', message: `its path does not fit ${mapping.schemas.path}` })
      continue
    }
    const versions = byType.get(named.type) ?? []
    byType.set(named.type, [...versions, { file, label: named.version, ordinal: versions.length + 1 }])
  }
  for (const [type, versions] of byType) {
    for (const { file, label } of orderVersions(versions)) {
      report(await importSchema(folder, file, type, label, mapping, api))
    }
  }
}

async function importSchema(
  folder: string,
  file: string,
  type: string,
  label: string,
  mapping: Mapping,
  api: ApiOptions,
): Promise<FileOutcome> {
  try {
    const read = readText(join(folder, file))
    if ('fault' in read) return { file, status: 'failed', message: read.fault }
    const schema = readSchema(read.text, mapping.schemas.schema)
    if (typeof schema === 'string') return { file, status: 'failed', message: schema }
    const body = { label, schema, published_at: new Date().toISOString() }
    const publish = () => call('publishVersion', { params: { name: type }, body }, api)
    // A schema that is refused must not leave its event type behind: the type is made only when nothing else is missing.
    const { created } = await publish().catch(async (error: unknown) => {
      if (!(error instanceof ApiProblem && error.is('event-type-not-found'))) throw error
      await register(type, mapping, api)
      return publish()
    })
    return created
      ? { file, status: 'done', message: `published ${type} ${label}` }
      : { file, status: 'unchanged', message: `${type} ${label} was published before` }
  } catch (error) {
    return { file, status: 'failed', message: faultOfFile(error).message }
  }
}

async function register(name: string, { owner, domain }: Mapping, api: ApiOptions): Promise<void> {
  const body = {
    name,
    kind: cudName(name) ? ('cud' as const) : ('domain' as const),
    owner: owner ?? null,
    domain: domain ?? null,
  }
  await unlessThere(call('createEventType', { body }, api))
}

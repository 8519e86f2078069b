import { ApiProblem, call, type ApiOptions } from '@/lib/client/api'
import type { SchemaVersion } from '@/lib/contracts/schema-version'
import type { Mode, Policy } from '@/lib/domain/compatibility/check-compatibility'
import { compareSchemas, type Comparison } from '@/lib/domain/diff/compare-schemas'
import { canonicalize } from '@/lib/domain/json/canonical'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { holdingUp } from '@/lib/domain/lint/holds-up'
import { cudName } from '@/lib/domain/naming/cud-name'
import { remoteReferences } from '@/lib/domain/schema/remote-references'
import type { Told } from '../report/place-entries'
import { compareEntries } from './compare-entries'
import type { SchemaPath } from './find-schemas'
import { lintInCatalog } from './lint-against'

/** What became of one file: the version it was compared with, or null where the catalog has none. */
export interface TreeAnswer {
  readonly type: string
  readonly base: string | null
  /** `new`: linted, there is nothing to compare it with. */
  readonly status: 'unchanged' | 'compatible' | 'breaking' | 'unknown' | 'new' | 'published-version-changed'
  readonly found: Told[]
}

/**
 * One schema of a working tree against the catalog: compared with its event type's latest version there, and linted
 * as the catalog would. Of an event type that the catalog has, only findings are told that would hold up publishing.
 * @throws ApiProblem, TypeError where the catalog does not answer
 */
export async function checkAgainst(
  { type, label }: SchemaPath,
  schema: JsonObject | boolean,
  { mode, policy, api }: { mode: Mode; policy: Policy; api: ApiOptions },
): Promise<TreeAnswer> {
  const published = label === undefined ? null : await readVersion(type, label, api)
  if (published) {
    if (isSame(published.schema, schema))
      return { type, base: published.label, status: 'unchanged', found: [] }
    const message = `${type} ${published.label} is published with another schema, and a published version never changes. Give this one the next label.`
    return {
      type,
      base: published.label,
      status: 'published-version-changed',
      found: [{ rule: 'published-version-changed', severity: 'error', path: '', message }],
    }
  }
  const latest = await readVersion(type, 'latest', api)
  if (!latest)
    return {
      type,
      base: null,
      status: 'new',
      found: await lintInCatalog(type, schema, api, cudName(type) ? 'cud' : 'domain'),
    }
  if (isSame(latest.schema, schema)) return { type, base: latest.label, status: 'unchanged', found: [] }
  const compared = await compare(latest.schema as Json, schema, { mode, policy, api })
  const held = (await lintInCatalog(type, schema, api)).filter(({ rule }) => holdingUp.has(rule))
  return {
    type,
    base: latest.label,
    status: compared.verdict,
    found: [...compareEntries(compared, compared.changes, mode), ...held],
  }
}

/** Schemas that refer to others are compared where those are known. */
async function compare(
  before: Json,
  after: JsonObject | boolean,
  { mode, policy, api }: { mode: Mode; policy: Policy; api: ApiOptions },
): Promise<Comparison> {
  const refersToOthers = [before, after].some((schema) => remoteReferences(schema).size > 0)
  if (!refersToOthers) return compareSchemas(before, after, { mode, policy })
  const body = { before: before as JsonObject | boolean, after, mode, policy }
  // The server answers with what the same function gave there.
  return (await call('checkCompatibility', { body }, api)) as Comparison
}

async function readVersion(name: string, version: string, api: ApiOptions): Promise<SchemaVersion | null> {
  try {
    return await call('getVersion', { params: { name, version } }, api)
  } catch (error) {
    const isMissing =
      error instanceof ApiProblem && (error.is('event-type-not-found') || error.is('version-not-found'))
    if (isMissing) return null
    throw error
  }
}

function isSame(some: unknown, other: Json): boolean {
  return canonicalize(some as Json) === canonicalize(other)
}

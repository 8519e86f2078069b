import { ApiProblem, call, type ApiOptions } from '@/lib/client/api'
import type { SchemaVersion } from '@/lib/contracts/schema-version'
import { checkCompatibility, type Mode, type Policy } from '@/lib/domain/compatibility/check-compatibility'
import { diffSchemas } from '@/lib/domain/diff/diff-schemas'
import { canonicalize } from '@/lib/domain/json/canonical'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { holdingUp } from '@/lib/domain/lint/holds-up'
import { cudName } from '@/lib/domain/naming/cud-name'
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
  const before = latest.schema as Json
  const verdicts = checkCompatibility(before, schema, { mode, policy })
  const held = (await lintInCatalog(type, schema, api)).filter(({ rule }) => holdingUp.has(rule))
  return {
    type,
    base: latest.label,
    status: verdicts.verdict,
    found: [...compareEntries(verdicts, diffSchemas(before, schema, { policy }), mode), ...held],
  }
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

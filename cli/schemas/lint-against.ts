import { call, type ApiOptions } from '@/lib/client/api'
import type { JsonObject } from '@/lib/domain/json/json'
import type { Told } from '../report/place-entries'

/**
 * What the catalog's rules find: with its severities, its name style and its other event types.
 */
export async function lintInCatalog(
  name: string | undefined,
  schema: JsonObject | boolean,
  api: ApiOptions,
  kind?: 'domain' | 'cud',
): Promise<Told[]> {
  const { findings } = await call('lint', { body: { name, kind, schema } }, api)
  return findings.map(({ waiver, ...finding }) =>
    waiver
      ? { ...finding, waiver: `${waiver.reason} (${waiver.created_by}, ${waiver.created_at.slice(0, 10)})` }
      : finding,
  )
}

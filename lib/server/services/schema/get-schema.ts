import 'server-only'
import type { SchemaVersion } from '@/lib/contracts/schema-version'
import { listVersionsBeside } from '@/lib/server/stores/schema-version-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { coverExamples } from './cover-examples'
import { problem } from '@/lib/server/services/problem'

/** A schema version by its id. @throws Problem `schema-not-found` */
export async function getSchema(actor: Actor, { id }: { id: string }): Promise<SchemaVersion> {
  authorize(actor, 'read')
  const all = await listVersionsBeside(id)
  const version = all.find((one) => one.id === id)
  if (!version) throw problem('schema-not-found', `No schema version has the id "${id}".`)
  return coverExamples(version, all)
}

import 'server-only'
import type { SchemaVersion } from '@/lib/contracts/schema-version'
import { findEventTypeId } from '@/lib/server/stores/event-type-store'
import { listVersions } from '@/lib/server/stores/schema-version-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { coverExamples } from './cover-examples'
import { eventTypeNotFound } from '@/lib/server/services/catalog/get-event-type'
import { problem } from '@/lib/server/services/problem'

/** By its label, or `latest`. @throws Problem `event-type-not-found`, `version-not-found` */
export async function getVersion(
  actor: Actor,
  { name, version }: { name: string; version: string },
): Promise<SchemaVersion> {
  authorize(actor, 'read')
  const eventTypeId = await findEventTypeId(name)
  if (eventTypeId === null) throw eventTypeNotFound(name)
  const versions = await listVersions(eventTypeId)
  // A label may itself be "latest": then the label wins, since nothing else could reach it.
  const found =
    versions.find(({ label }) => label === version) ??
    (version === 'latest' ? versions.find(({ latest }) => latest) : undefined)
  if (found) return coverExamples(found, versions)
  const known = versions.map(({ label }) => label).join(', ')
  throw problem(
    'version-not-found',
    `${name} has no version "${version}". ${known === '' ? 'Nothing is published yet.' : `Published: ${known.slice(0, 300)}.`}`,
  )
}

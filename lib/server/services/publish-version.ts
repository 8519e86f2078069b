import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { Finding } from '@/lib/contracts/lint'
import type { NewVersion, PublishedVersion } from '@/lib/contracts/schema-version'
import { suggestLabel } from '@/lib/domain/diff/suggest-label'
import { canonicalize } from '@/lib/domain/json/canonical'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { latestVersion } from '@/lib/domain/versioning/label-order'
import { checkSchemaDocument } from '@/lib/server/schema-documents/check-schema-document'
import {
  publishUnderLock,
  type NewVersionRow,
  type PublicationBase,
} from '@/lib/server/stores/schema-version-store'
import { authorize, type Actor } from './actor'
import { compareSchemas } from './check-compatibility'
import { createDraft } from './create-draft'
import { eventTypeNotFound } from './get-event-type'
import { getSchema } from './get-schema'
import { findingsOf, holdsUp } from './publication-findings'
import { problem } from './problem'

/**
 * Publishes a schema version. Identical content under the same label, or under none, answers the existing version.
 * What the rules hold up becomes a proposal; an import of what was published elsewhere (`published_at`) is taken as it is.
 * @throws Problem `event-type-not-found`, `invalid-schema`, `label-taken`, `version-not-found`
 */
export async function publishVersion(
  actor: Actor,
  { name, body }: { name: string; body: NewVersion },
): Promise<PublishedVersion> {
  authorize(actor, 'publish')
  if (body.published_at !== undefined) authorize(actor, 'import-history')
  const schema = body.schema as Json
  const violations = checkSchemaDocument(schema)
  if (violations.length > 0) {
    const first = violations[0]!
    throw problem(
      'invalid-schema',
      `The schema is not valid JSON Schema: ${first.pointer || 'it'} ${first.message}.`,
      violations.map((violation) => ({ ...violation, pointer: `/schema${violation.pointer}` })),
    )
  }
  const findings = await findingsOf(name, body.schema as JsonObject | boolean)
  if (findings.some((finding) => holdsUp(finding)) && body.published_at === undefined)
    return propose(actor, name, body, findings)
  const published = await publishUnderLock(name, (base) => decide(base, body, actor))
  if (!published) throw eventTypeNotFound(name)
  return {
    created: published.created,
    version: await getSchema(actor, { id: published.id }),
    proposal: null,
    findings,
  }
}

async function propose(
  actor: Actor,
  name: string,
  body: NewVersion,
  findings: Finding[],
): Promise<PublishedVersion> {
  const draft = await createDraft(actor, {
    body: {
      event_type: name,
      label: body.label,
      schema_text: JSON.stringify(body.schema, null, 2),
      examples_text: JSON.stringify(body.examples ?? [], null, 2),
      summary: body.notes?.slice(0, 500),
    },
  })
  return {
    created: false,
    version: null,
    proposal: { id: draft.id, href: `/proposals/${draft.id}` },
    findings,
  }
}

function decide(
  { versions }: PublicationBase,
  body: NewVersion,
  actor: Actor,
): { insert: NewVersionRow } | { existing: string } {
  const schema = JSON.stringify(body.schema)
  const contentHash = createHash('sha256')
    .update(canonicalize(body.schema as Json))
    .digest('hex')
  const same = versions.filter((version) => version.contentHash === contentHash)
  const existing = body.label === undefined ? same.at(-1) : same.find(({ label }) => label === body.label)
  if (existing) return { existing: existing.id }
  if (versions.some(({ label }) => label === body.label)) {
    throw problem(
      'label-taken',
      `Version "${body.label}" is published with another schema, and a published version never changes. Choose the next label.`,
      [{ pointer: '/label', code: 'label-taken', message: 'This label is taken' }],
    )
  }
  const base =
    body.base === undefined ? latestVersion(versions) : versions.find(({ label }) => label === body.base)
  if (body.base !== undefined && !base) {
    throw problem('version-not-found', `There is no version "${body.base}" to continue.`, [
      { pointer: '/base', code: 'version-not-found', message: 'No such version' },
    ])
  }
  return {
    insert: {
      id: randomUUID(),
      label: body.label ?? nextLabel(versions, base, body.schema as Json),
      schema,
      examples: JSON.stringify(body.examples ?? []),
      notes: body.notes ?? '',
      contentHash,
      baseVersionId: base?.id ?? null,
      publishedBy: actor.name,
      ...(body.published_at === undefined ? {} : { publishedAt: new Date(body.published_at) }),
    },
  }
}

/** The label the changes suggest; counted on where a maintenance version has taken it. */
function nextLabel(
  versions: PublicationBase['versions'],
  base: PublicationBase['versions'][number] | undefined,
  schema: Json,
): string {
  if (!base) return '1.0.0'
  const { verdict, changes } = compareSchemas(JSON.parse(base.schema) as Json, schema, 'full', 'tolerant')
  const suggested = suggestLabel(base.label, changes, verdict)
  const taken = new Set(versions.map(({ label }) => label))
  let label = suggested
  for (let i = 2; taken.has(label); i++) label = `${suggested}-${i}`
  return label
}

import 'server-only'
import type { Draft } from '@/lib/contracts/draft'
import { newVersionSchema, type PublishedVersion } from '@/lib/contracts/schema-version'
import type { JsonObject } from '@/lib/domain/json/json'
import { updateDraftRevision } from '@/lib/server/stores/draft-store'
import { insertEventType } from '@/lib/server/stores/event-type-store'
import { authorize, type Actor } from './actor'
import { getDraft } from './get-draft'
import { findingsOf, holdsUp } from './publication-findings'
import { problem } from './problem'
import { publishVersion } from './publish-version'
import { resolveDomain, resolveOwner } from './resolve-references'
import { draftNotOpen, revisionMismatch } from './update-draft'

/**
 * Publishes a draft as the next version; an event type that is not in the catalog yet is registered with it.
 * @throws Problem `draft-not-found`, `draft-not-open`, `revision-mismatch`, `invalid-schema`, `findings-block`, `label-taken`
 */
export async function publishDraft(
  actor: Actor,
  { id, revision }: { id: string; revision: number },
): Promise<PublishedVersion> {
  authorize(actor, 'publish')
  const draft = await getDraft(actor, { id })
  if (draft.state !== 'draft') throw draftNotOpen(draft)
  if (draft.revision !== revision) throw revisionMismatch(draft, revision)
  const body = readBody(draft)
  await refuseFindings(draft, body.schema)
  if (!draft.event_type_exists) await register(draft)
  const published = await publishVersion(actor, { name: draft.event_type, body })
  await updateDraftRevision(id, revision, { state: 'published', publishedId: published.version?.id })
  return published
}

/** The author's texts as a publication. @throws Problem `invalid-schema` where they are not JSON or not a schema */
function readBody(draft: Draft) {
  const parsed = newVersionSchema.safeParse({
    schema: readJson(draft.schema_text, '/schema_text', 'schema'),
    examples: readJson(draft.examples_text, '/examples_text', 'list of examples'),
    label: draft.label === '' ? undefined : draft.label,
    notes: draft.summary,
    base: draft.base ?? undefined,
  })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw problem(
    'invalid-schema',
    `This draft cannot be published: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  )
}

function readJson(text: string, pointer: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw problem('invalid-schema', `The ${what} is not JSON: ${(error as Error).message.slice(0, 200)}`, [
      { pointer, code: 'malformed-json', message: (error as Error).message.slice(0, 200) },
    ])
  }
}

async function refuseFindings(draft: Draft, schema: unknown): Promise<void> {
  const blocking = (await findingsOf(draft.event_type, schema as JsonObject | boolean)).filter((finding) =>
    holdsUp(finding, !draft.event_type_exists),
  )
  if (blocking.length === 0) return
  throw problem(
    'findings-block',
    `${blocking.length === 1 ? 'A finding holds' : `${blocking.length} findings hold`} up publishing: ${blocking[0]!.message}`,
    blocking.map((finding) => ({
      pointer: finding.path,
      code: finding.rule,
      message: finding.message,
    })),
  )
}

async function register(draft: Draft): Promise<void> {
  await insertEventType({
    name: draft.event_type,
    kind: draft.kind,
    entity: draft.entity,
    operation: draft.operation,
    description: draft.description,
    ownerId: await resolveOwner(draft.owner?.slug),
    domainId: await resolveDomain(draft.domain?.slug),
  })
}

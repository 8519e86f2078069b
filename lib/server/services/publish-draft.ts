import 'server-only'
import type { Draft } from '@/lib/contracts/draft'
import { newVersionSchema, type NewVersion, type PublishedVersion } from '@/lib/contracts/schema-version'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import type { PublicationEffects } from '@/lib/server/stores/schema-version-store'
import { authorize, type Actor } from './actor'
import { entityOf } from './entity-of'
import { getDraft } from './get-draft'
import { jsonLosses } from './json-losses'
import { lintInCatalog } from './lint-in-catalog'
import { holdsUp } from '@/lib/domain/lint/holds-up'
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
  await refuseFindings(draft, body)
  return publishVersion(
    actor,
    { name: draft.event_type, body },
    { draft: { id, revision }, register: draft.event_type_exists ? undefined : await toEventType(draft) },
  )
}

/** The author's texts as a publication. @throws Problem `invalid-schema` where they are not JSON or not a schema */
function readBody(draft: Draft): NewVersion {
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
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const message = (error as Error).message.slice(0, 200)
    throw problem('invalid-schema', `The ${what} is not JSON: ${message}`, [
      { pointer, code: 'malformed-json', message },
    ])
  }
  const lost = jsonLosses(text, value)[0]
  if (!lost) return value
  throw problem('invalid-schema', `The ${what} cannot be kept as it is: ${lost.pointer}: ${lost.message}`, [
    { ...lost, pointer },
  ])
}

/** An event type that is only being named is linted as its draft says; one of the catalog as the catalog says. */
async function refuseFindings(draft: Draft, { schema, examples }: NewVersion): Promise<void> {
  const { event_type: name, kind, entity, description } = draft
  const findings = await lintInCatalog({
    name,
    ...(draft.event_type_exists ? {} : { kind, entity, description }),
    schema: schema as JsonObject | boolean,
    examples: examples as Json[] | undefined,
  })
  const blocking = findings.filter((finding) => holdsUp(finding, !draft.event_type_exists))
  if (blocking.length === 0) return
  throw problem(
    'findings-block',
    `${blocking.length === 1 ? 'A finding holds' : `${blocking.length} findings hold`} up publishing: ${blocking[0]!.message}`,
    blocking.map(({ path, rule, message }) => ({ pointer: path, code: rule, message })),
  )
}

async function toEventType(draft: Draft): Promise<NonNullable<PublicationEffects['register']>> {
  return {
    name: draft.event_type,
    kind: draft.kind,
    ...entityOf(draft.event_type, draft.kind, draft),
    description: draft.description,
    ownerId: await resolveOwner(draft.owner?.slug),
    domainId: await resolveDomain(draft.domain?.slug),
  }
}

import 'server-only'
import type { Finding } from '@/lib/contracts/lint'
import type { PublishedVersion } from '@/lib/contracts/schema-version'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { holdsUp } from '@/lib/domain/lint/holds-up'
import { approvalOf } from '@/lib/domain/review/advance-proposal'
import { isRevisable } from '@/lib/domain/review/proposal-state'
import type { StoredDraft } from '@/lib/server/stores/draft-store'
import { insertEventType } from '@/lib/server/stores/event-type-store'
import { readProposal, writeProposal } from '@/lib/server/stores/proposal-store'
import type { PublicationEffects } from '@/lib/server/stores/schema-version-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { entityOf } from '@/lib/server/services/catalog/entity-of'
import { getSchema } from '@/lib/server/services/schema/get-schema'
import {
  doerOf,
  draftNotOpen,
  hold,
  readDraft,
  revisionMismatch,
  step,
  subjectOf,
  type HeldProposal,
} from '@/lib/server/services/proposal/hold-proposal'
import { parseDraft } from './judge-draft'
import { lintInCatalog } from '@/lib/server/services/catalog/lint-in-catalog'
import { problem } from '@/lib/server/services/problem'
import { readRules } from '@/lib/server/services/proposal/proposal-rules'
import { publishSchema } from '@/lib/server/services/schema/publish-schema'
import { recordChange } from '@/lib/server/services/record-change'
import { recordStep } from '@/lib/server/services/proposal/record-step'
import { resolveDomain, resolveOwner } from '@/lib/server/services/resolve-references'
import { publicationWords, readAudienceOfType, tellOfProposal } from '@/lib/server/services/inbox/tell-people'

/**
 * Publishes a draft as the next version; an event type that is not in the catalog yet is registered with it. Whether it
 * may be, is asked again in the transaction that publishes: of the revision, the approvals and the version that is the
 * latest at that moment.
 * @throws Problem `draft-not-found`, `draft-not-open`, `revision-mismatch`, `invalid-schema`, `findings-block`,
 *   `label-taken`, `review-needed`, `not-approved`, `rebase-needed`, `reason-needed`; what `publishSchema` throws of
 *   large schemas
 */
export async function publishDraft(
  actor: Actor,
  {
    id,
    revision,
    body,
    signal,
  }: { id: string; revision: number; body: { breaking_reason?: string }; signal?: AbortSignal },
): Promise<PublishedVersion> {
  const draft = await readDraft(actor, id)
  authorize(actor, 'publish', subjectOf(draft))
  if (!isRevisable(draft.state)) throw draftNotOpen(draft)
  if (draft.revision !== revision) throw revisionMismatch(draft, revision)
  const version = parseDraft(draft)
  const findings = await refuseFindings(
    draft,
    version.schema as JsonObject | boolean,
    version.examples as Json[] | undefined,
  )
  const seen = await readProposal(id)
  const read = await readRules(draft.owner?.slug ?? null, seen.authors)
  const { consumers } = await readAudienceOfType(draft.event_type)
  let held: HeldProposal
  const published = await publishSchema(
    draft.event_type,
    { ...version, ...body },
    {
      by: actor,
      signal,
      expected: seen.latestSeenId,
      origin: { proposal: id, revision },
      register: draft.event_type_exists ? undefined : await registration(actor, draft),
      before: async (transaction) => {
        held = await hold(transaction, id, revision, read, (now) => Promise.resolve(now))
        if (!isRevisable(held.draft.state)) throw draftNotOpen(held.draft)
        refuseUnapproved(held)
      },
      after: async (transaction, { id: publishedId, label, breakingReason }) => {
        const next = step(held, { event: 'publish' })
        await writeProposal(transaction, id, next, { publishedId })
        const entry = {
          event: 'publish',
          state: next.state,
          revision,
          body: breakingReason,
        } as const
        const by = doerOf(actor)
        await recordStep(transaction, held.draft, actor, entry)
        await tellOfProposal(held, {
          event: 'publish',
          by,
          version: label,
          body: publicationWords(draft.summary, breakingReason),
          consumers,
        })
      },
    },
  )
  if (published === 'held-up') throw new Error('nothing held it up')
  const { id: versionId, created } = published
  return { created, version: await getSchema(actor, { id: versionId }), proposal: null, findings }
}

/** @throws Problem `review-needed`, `not-approved` */
function refuseUnapproved({ proposal, read }: HeldProposal): void {
  if (proposal.state === 'draft' && !read.rules.reviewNeeded) return
  if (proposal.state === 'draft')
    throw problem(
      'review-needed',
      'In this catalog a version is published after a review. Hand the draft in, and it can be published when it is approved.',
    )
  const { isApproved, changesWantedBy, requirements } = approvalOf(proposal, read.rules)
  if (proposal.state === 'approved' && isApproved) return
  const missing = requirements.filter(({ isMet }) => !isMet).map(({ kind }) => MISSING[kind])
  const wanted = changesWantedBy.length === 0 ? [] : [`${changesWantedBy.join(' and ')} asked for changes`]
  const reasons = [...wanted, ...missing]
  throw problem('not-approved', `It is not approved yet: ${reasons.join('; ') || 'nobody has approved it'}.`)
}

const MISSING = {
  approvals: 'more approvals are needed',
  owner: 'one of the owner’s members has to approve',
  'reviewer-new': 'a reviewer has to approve a new event type',
  'reviewer-breaking': 'a reviewer has to approve what may break somebody',
}

/** An event type that is only being named is linted as its draft says; one of the catalog as the catalog says. */
async function refuseFindings(
  draft: StoredDraft,
  schema: JsonObject | boolean,
  examples: Json[] | undefined,
): Promise<Finding[]> {
  const { event_type: name, kind, entity, description } = draft
  const findings = await lintInCatalog({
    name,
    ...(draft.event_type_exists ? {} : { kind, entity, description }),
    schema,
    examples,
  })
  const blocking = findings.filter((finding) => holdsUp(finding, !draft.event_type_exists))
  if (blocking.length === 0) return findings
  throw problem(
    'findings-block',
    `${blocking.length === 1 ? 'A finding holds' : `${blocking.length} findings hold`} up publishing: ${blocking[0]!.message}`,
    blocking.map(({ path, rule, message }) => ({ pointer: path, code: rule, message })),
  )
}

/** Puts the draft's event type into the catalog; nothing where somebody did meanwhile. */
async function registration(
  actor: Actor,
  draft: StoredDraft,
): Promise<NonNullable<PublicationEffects['register']>> {
  const { event_type: name, kind, description, owner, domain } = draft
  const entity = entityOf(name, kind, draft)
  const ownerId = await resolveOwner(owner?.slug)
  const domainId = await resolveDomain(domain?.slug)
  return async (transaction) => {
    const row = { name, kind, ...entity, description, ownerId, domainId }
    if (!(await insertEventType(row, transaction))) return
    const deed = { by: actor, action: 'event-type-registered', subject: name } as const
    const said = { kind, ...entity, owner: owner?.slug, domain: domain?.slug, description }
    await recordChange(transaction, deed, null, said)
  }
}

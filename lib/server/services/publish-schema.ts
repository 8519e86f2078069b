import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { NewVersion } from '@/lib/contracts/schema-version'
import { checkCompatibility } from '@/lib/domain/compatibility/check-compatibility'
import { diffSchemas } from '@/lib/domain/diff/diff-schemas'
import { suggestLabel } from '@/lib/domain/diff/suggest-label'
import { canonicalize } from '@/lib/domain/json/canonical'
import type { Json } from '@/lib/domain/json/json'
import { latestVersion } from '@/lib/domain/versioning/label-order'
import type { Transaction } from '@/lib/server/database/connection'
import { catalogResolver } from '@/lib/server/schema-documents/catalog-resolver'
import { recordDeed, type Deed } from '@/lib/server/stores/audit-store'
import {
  publishUnderLock,
  type NewVersionRow,
  type PublicationBase,
  type PublicationEffects,
} from '@/lib/server/stores/schema-version-store'
import { eventTypeNotFound } from './get-event-type'
import { problem } from './problem'
import { tellNews } from './tell-news'

interface PublishOptions extends Omit<PublicationEffects, 'after'> {
  readonly after?: (transaction: Transaction, publication: { id: string; label: string }) => Promise<void>
  readonly by: Deed['by']
  /** The latest version that was reckoned with, null for none: with another one now, nothing is published. */
  readonly expected?: string | null
  /** The proposal it comes from, and why it is published though it breaks somebody. */
  readonly origin?: { readonly proposal: string; readonly breakingReason: string }
  /** Whether a new version is held up; what exists already is answered all the same. */
  readonly isHeldUp?: boolean
}

/**
 * Writes the version, under its label or the one that the changes suggest, as the last thing asked of the catalog before
 * it is there. Who may, and whether the schema is sound, the caller has asked.
 * @throws Problem `event-type-not-found`, `label-taken`, `version-not-found`, `rebase-needed`; what the effects throw
 */
export async function publishSchema(
  name: string,
  body: NewVersion,
  { by, expected, origin, isHeldUp = false, after, ...effects }: PublishOptions,
): Promise<{ id: string; created: boolean } | 'held-up'> {
  let label = ''
  const published = await publishUnderLock(
    name,
    async (base, transaction) => {
      const decision = await decide(base, body, by.name, expected, transaction)
      label =
        'insert' in decision
          ? decision.insert.label
          : (base.versions.find(({ id }) => id === decision.existing)?.label ?? '')
      return isHeldUp && 'insert' in decision ? 'held-up' : decision
    },
    {
      ...effects,
      after: async (transaction, publication) => {
        await after?.(transaction, { id: publication.id, label })
        if (!publication.created) return
        const subject = `${name} ${label}`
        await recordDeed(transaction, {
          by,
          action: 'version-published',
          subject,
          details: {
            ...(origin && { proposal: origin.proposal }),
            ...(origin?.breakingReason && { breaking_reason: origin.breakingReason }),
          },
        })
        await tellNews(transaction, {
          kind: 'VersionPublished',
          eventType: name,
          owner: null,
          version: label,
          proposal: origin?.proposal,
          isBreaking: Boolean(origin?.breakingReason),
          reason: origin?.breakingReason || body.notes,
          by: by.name,
          at: body.published_at,
        })
      },
    },
  )
  if (published === 'no-event-type') throw eventTypeNotFound(name)
  return published
}

export function rebaseNeeded(latest: string | undefined) {
  return problem(
    'rebase-needed',
    latest === undefined
      ? 'The version that this draft continues is not the latest any more. Bring the two together, and publish again; nothing was published.'
      : `Version ${latest} was published while this draft was written. Bring the two together, and publish again; nothing was published.`,
  )
}

async function decide(
  { versions }: PublicationBase,
  body: NewVersion,
  publishedBy: string,
  expected: string | null | undefined,
  transaction: Transaction,
): Promise<{ insert: NewVersionRow } | { existing: string }> {
  const schema = JSON.stringify(body.schema)
  const contentHash = createHash('sha256')
    .update(canonicalize(body.schema as Json))
    .digest('hex')
  const same = versions.filter((version) => version.contentHash === contentHash)
  const existing = body.label === undefined ? same.at(-1) : same.find(({ label }) => label === body.label)
  if (existing) return { existing: existing.id }
  const latest = latestVersion(versions)
  if (expected !== undefined && (latest?.id ?? null) !== expected) throw rebaseNeeded(latest?.label)
  if (versions.some(({ label }) => label === body.label)) {
    throw problem(
      'label-taken',
      `Version "${body.label}" is published with another schema, and a published version never changes. Choose the next label.`,
      [{ pointer: '/label', code: 'label-taken', message: 'This label is taken' }],
    )
  }
  const base = body.base === undefined ? latest : versions.find(({ label }) => label === body.base)
  if (body.base !== undefined && !base) {
    throw problem('version-not-found', `There is no version "${body.base}" to continue.`, [
      { pointer: '/base', code: 'version-not-found', message: 'No such version' },
    ])
  }
  return {
    insert: {
      id: randomUUID(),
      label: body.label ?? (await nextLabel(versions, base, body.schema as Json, transaction)),
      schema,
      examples: JSON.stringify(body.examples ?? []),
      notes: body.notes ?? '',
      contentHash,
      baseVersionId: base?.id ?? null,
      publishedBy,
      ...(body.published_at === undefined ? {} : { publishedAt: new Date(body.published_at) }),
    },
  }
}

/** Longest label, as lib/contracts has it. */
const MAX_LABEL = 50

/** The label the changes suggest; counted on where a maintenance version has taken it. */
async function nextLabel(
  versions: PublicationBase['versions'],
  base: PublicationBase['versions'][number] | undefined,
  schema: Json,
  transaction: Transaction,
): Promise<string> {
  if (!base) return '1.0.0'
  const before = JSON.parse(base.schema) as Json
  const resolve = await catalogResolver([before, schema], transaction)
  const { verdict } = checkCompatibility(before, schema, { resolve })
  const suggested = suggestLabel(base.label, diffSchemas(before, schema, { resolve }), verdict)
  const taken = new Set(versions.map(({ label }) => label))
  let label = suggested
  for (let i = 2; taken.has(label) || label.length > MAX_LABEL; i++) {
    const ending = `-${i}`
    label = suggested.slice(0, MAX_LABEL - ending.length) + ending
  }
  return label
}

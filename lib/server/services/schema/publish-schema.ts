import 'server-only'
import type { NewVersion } from '@/lib/contracts/schema-version'
import type { Json } from '@/lib/domain/json/json'
import { schemaIdentity } from '@/lib/domain/schema/schema-identity'
import type { Asker } from '@/lib/server/comparing/compare'
import type { Transaction } from '@/lib/server/database/connection'
import { recordDeed } from '@/lib/server/stores/audit-store'
import { requestLateCheck, requestReferrerCheck } from '@/lib/server/stores/late-check-store'
import {
  insertOrigin,
  publishUnderLock,
  type PublicationEffects,
} from '@/lib/server/stores/schema-version-store'
import { decidePublication } from './decide-publication'
import { eventTypeNotFound } from '@/lib/server/services/catalog/get-event-type'
import { problem } from '@/lib/server/services/problem'
import { tellNews } from '@/lib/server/services/inbox/tell-news'

/** What is in the catalog after it, in the transaction that put it there. */
export interface Publication {
  readonly id: string
  readonly label: string
  /** False where identical content was there already. */
  readonly created: boolean
  /** Why it is published though it breaks somebody; empty where it breaks nobody, or was there before. */
  readonly breakingReason: string
}

interface PublishOptions extends Omit<PublicationEffects, 'after'>, Asker {
  /** The latest version that was reckoned with, null for none: with another one now, nothing is published. */
  readonly expected?: string | null
  /** The proposal it comes from. */
  readonly origin?: { readonly proposal: string; readonly revision: number }
  /** Whether a new version is held up; what exists already is answered all the same. */
  readonly isHeldUp?: boolean
  readonly after?: (transaction: Transaction, publication: Publication) => Promise<void>
}

/**
 * Writes the version, as the last thing asked of the catalog before it is there: also whether it breaks somebody, and
 * then why it is published all the same. An import says what was decided elsewhere, and owes no reason. Who may, and
 * whether the schema is sound, the caller has asked.
 * @throws Problem `event-type-not-found`, `label-taken`, `version-not-found`, `rebase-needed`, `reason-needed`; what the
 *   effects throw
 */
export async function publishSchema(
  name: string,
  { breaking_reason = '', ...body }: NewVersion,
  { by, signal, expected, origin, isHeldUp = false, after, ...effects }: PublishOptions,
): Promise<{ id: string; created: boolean } | 'held-up'> {
  let label = ''
  let isBreaking = false
  const reason = breaking_reason.trim()
  const published = await publishUnderLock(
    name,
    async ({ versions }, transaction) => {
      const decided = await decidePublication(
        versions,
        body,
        { asker: { by, signal }, expected },
        transaction,
      )
      if ('existing' in decided) {
        label = decided.label
        return decided
      }
      if (isHeldUp) return 'held-up'
      label = decided.insert.label
      isBreaking = decided.verdict === 'breaking'
      if (isBreaking && reason === '' && body.published_at === undefined) throw reasonNeeded()
      return decided
    },
    {
      ...effects,
      after: async (transaction, { id, created }) => {
        const breakingReason = isBreaking ? reason : ''
        await after?.(transaction, { id, label, created, breakingReason })
        if (origin || breakingReason !== '')
          await insertOrigin(transaction, {
            versionId: id,
            draftId: origin?.proposal,
            revision: origin?.revision,
            breakingReason,
          })
        if (!created) return
        await requestLateCheck(transaction, { type: name, version: label })
        if (schemaIdentity(body.schema as Json) !== undefined) await requestReferrerCheck(transaction)
        await recordDeed(transaction, {
          by,
          action: 'version-published',
          subject: `${name} ${label}`,
          details: {
            ...(origin && { proposal: origin.proposal }),
            ...(breakingReason !== '' && { breaking_reason: breakingReason }),
          },
        })
        await tellNews(transaction, {
          kind: 'VersionPublished',
          eventType: name,
          owner: null,
          version: label,
          proposal: origin?.proposal,
          isBreaking,
          reason: breakingReason || body.notes,
          by: by.name,
          at: body.published_at,
        })
      },
    },
  )
  if (published === 'no-event-type') throw eventTypeNotFound(name)
  return published
}

function reasonNeeded() {
  return problem(
    'reason-needed',
    'This breaks somebody who reads the version it continues. Say why it is published all the same: the reason stays with the version.',
    [{ pointer: '/breaking_reason', code: 'required', message: 'Say why' }],
  )
}

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
  readPublicationBase,
  type PublicationEffects,
} from '@/lib/server/stores/schema-version-store'
import { eventTypeNotFound } from '@/lib/server/services/catalog/get-event-type'
import { problem } from '@/lib/server/services/problem'
import {
  baseOf,
  existingOf,
  newVersionRow,
  refuseMisplaced,
  submittedAs,
  verdictOf,
  type Submitted,
} from './decide-publication'
import { judgePublication, stillHolds, type Judgement } from './judge-publication'
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

/** Others may publish while this is judged; after so many times of it they wait until it is. */
const MOST_OUTRUN = 3

/**
 * Writes the version, as the last thing asked of the catalog before it is there: also whether it breaks somebody, and
 * then why it is published all the same. An import says what was decided elsewhere, and owes no reason. Who may, and
 * whether the schema is sound, the caller has asked. What may take seconds, comparing it with the version it continues,
 * is done before anything is locked; where another version came between, once more.
 * @throws Problem `event-type-not-found`, `label-taken`, `version-not-found`, `rebase-needed`, `reason-needed`;
 *   `comparing-busy`, `comparison-given-up` where the schemas are large; what the effects throw, and what `signal` says
 *   where nobody waits for the comparison
 */
export async function publishSchema(
  name: string,
  { breaking_reason = '', ...body }: NewVersion,
  options: PublishOptions,
): Promise<{ id: string; created: boolean } | 'held-up'> {
  const submitted = submittedAs(body)
  for (let outrun = 0; ; outrun++) {
    const judged = options.isHeldUp ? undefined : await judgeAhead(name, submitted, options)
    const isLast = outrun === MOST_OUTRUN
    try {
      return await publishJudged(name, submitted, breaking_reason.trim(), judged, isLast, options)
    } catch (error) {
      if (!(error instanceof Outrun)) throw error
    }
  }
}

/** Another version came between, or another one of a document that both refer to. */
class Outrun extends Error {}

/** Judged on the versions as they are; undefined where there is nothing to compare. */
async function judgeAhead(name: string, submitted: Submitted, asker: Asker): Promise<Judgement | undefined> {
  const { versions } = await readPublicationBase(name)
  if (existingOf(versions, submitted)) return undefined
  const base = baseOf(versions, submitted.body)
  return base && judgePublication(base, submitted.body, asker)
}

async function publishJudged(
  name: string,
  submitted: Submitted,
  reason: string,
  judgedAhead: Judgement | undefined,
  isLast: boolean,
  { by, signal, expected, origin, isHeldUp = false, after, ...effects }: PublishOptions,
): Promise<{ id: string; created: boolean } | 'held-up'> {
  const { body } = submitted
  let label = ''
  let isBreaking = false
  const judgementOf = async (base: Parameters<typeof judgePublication>[0], transaction: Transaction) => {
    if (judgedAhead && (await stillHolds(judgedAhead, base, body, transaction))) return judgedAhead
    if (!isLast) throw new Outrun()
    return judgePublication(base, body, { by, signal }, transaction)
  }
  const published = await publishUnderLock(
    name,
    async ({ versions }, transaction) => {
      const existing = existingOf(versions, submitted)
      if (existing) {
        label = existing.label
        return { existing: existing.id }
      }
      refuseMisplaced(versions, body, expected)
      if (isHeldUp) return 'held-up'
      const base = baseOf(versions, body)
      const judged = base && (await judgementOf(base, transaction))
      isBreaking = verdictOf(body, base, judged) === 'breaking'
      if (isBreaking && reason === '' && body.published_at === undefined) throw reasonNeeded()
      const insert = newVersionRow(versions, submitted, judged, by.name)
      label = insert.label
      return { insert }
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

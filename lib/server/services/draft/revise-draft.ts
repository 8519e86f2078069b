import 'server-only'
import type { Verdict } from '@/lib/contracts/compatibility'
import type { RevisionContent } from '@/lib/contracts/proposal'
import type { Json } from '@/lib/domain/json/json'
import { readJson } from '@/lib/domain/json/read-json'
import { followAnchor, movesBetween, type Move } from '@/lib/domain/review/follow-anchor'
import { changesOnlyDocumentation } from '@/lib/domain/review/only-documentation'
import type { DraftWrite, StoredDraft } from '@/lib/server/stores/draft-store'
import { insertRevision, writeProposal } from '@/lib/server/stores/proposal-store'
import { carryWaivers } from '@/lib/server/stores/waiver-store'
import { listThreads, moveThread, readAnchors } from '@/lib/server/stores/thread-store'
import type { Actor } from '@/lib/server/services/actor'
import { contentOf } from './draft-content'
import { readLastSchema } from '@/lib/server/services/proposal/follow-revisions'
import { doerOf, step, type HeldProposal } from '@/lib/server/services/proposal/hold-proposal'
import { judgeDraft, parseDraft } from './judge-draft'
import { recordStep } from '@/lib/server/services/proposal/record-step'
import { tellOfProposal } from '@/lib/server/services/inbox/tell-people'

/** What a save means, concluded before anything is locked: comparing large schemas takes its time. */
export interface PreparedRevision {
  readonly content: RevisionContent
  readonly onlyDocumentation: boolean
  /** The verdict on the new content; undefined leaves the old one. */
  readonly verdict: Verdict | null | undefined
  readonly schema: Json | undefined
  /** The one before; undefined where nothing follows it. */
  readonly old: Json | undefined
  /** Compared already where a comment's place is gone. */
  readonly moves: () => readonly Move[]
}

/**
 * @param actor who saves it @param draft as it was read
 * @throws Problem `invalid-schema` where a proposal in review would stop being a schema
 */
export async function prepareRevision(
  actor: Actor,
  draft: StoredDraft,
  change: Partial<RevisionContent>,
): Promise<PreparedRevision> {
  const before = contentOf(draft)
  const content = { ...before, ...change }
  const inReview = draft.state !== 'draft'
  if (inReview) parseDraft(content)
  const schema = readJson(content.schema_text)
  const [threads, onlyDocumentation] = [
    await listThreads(draft.id),
    // Nobody has said anything of a draft that would have to hold for its next revision.
    inReview && before.base === content.base && changesOnlyDocumentation(before, content),
  ]
  const old = threads.length === 0 || schema === undefined ? undefined : await readLastSchema(draft)
  let found: readonly Move[] | undefined
  const moves = () => (found ??= old === undefined || schema === undefined ? [] : movesBetween(old, schema))
  if (schema !== undefined)
    for (const { pointer, is_gone: isGone } of threads)
      followAnchor({ pointer, isGone }, { before: old, after: schema, moves })
  return {
    content,
    onlyDocumentation,
    verdict: inReview && !onlyDocumentation ? await judgeDraft(content, { by: actor }) : undefined,
    schema,
    old,
    moves,
  }
}

/** Saves a revision: kept for ever, with the comments following their fields. @throws Problem `draft-not-open` */
export async function saveRevision(
  held: HeldProposal,
  prepared: PreparedRevision,
  actor: Actor,
  write: DraftWrite,
  origin = '',
): Promise<void> {
  const { transaction, draft } = held
  const by = doerOf(actor)
  const { content, onlyDocumentation, verdict, schema, old, moves } = prepared
  const next = step(held, { event: 'revise', actor: by.id, onlyDocumentation })
  await writeProposal(transaction, draft.id, next, { ...write, verdict })
  if (content.event_type !== draft.event_type)
    await carryWaivers(transaction, draft.event_type, content.event_type)
  const { revision } = next
  await insertRevision(transaction, { draftId: draft.id, revision, content, onlyDocumentation, origin, by })
  if (draft.state !== 'draft') {
    await recordStep(transaction, draft, actor, { event: 'revise', state: next.state, revision })
    // Whoever asked for changes hears of them when it is handed in again.
    if (!onlyDocumentation && draft.state !== 'changes-requested')
      await tellOfProposal(held, { event: 'revise', by })
  }
  if (schema === undefined) return
  for (const { id, ...anchor } of await readAnchors(transaction, draft.id)) {
    const now = followAnchor(anchor, { before: old, after: schema, moves })
    if (now.pointer !== anchor.pointer || now.isGone !== anchor.isGone) await moveThread(transaction, id, now)
  }
}

import 'server-only'
import type { Doer } from '@/lib/contracts/draft'
import type { Transaction } from '@/lib/server/database/connection'
import { advanceProposal, type Happening, type Proposal } from '@/lib/domain/review/advance-proposal'
import { findDraft, type StoredDraft } from '@/lib/server/stores/draft-store'
import { inTransaction, listAuthors, lockDraft, readProposal } from '@/lib/server/stores/proposal-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import type { Action, Subject } from '@/lib/domain/policy/policy'
import { problem } from '@/lib/server/services/problem'
import { readRules, toProposal, type ReadRules } from './proposal-rules'

/** A proposal that nobody else changes until the transaction ends. */
export interface HeldProposal {
  readonly transaction: Transaction
  readonly draft: StoredDraft
  readonly proposal: Proposal
  readonly latestSeenId: string | null
  readonly read: ReadRules
}

/** Whoever may not read is told nothing, not even whether it is there. @throws Problem `draft-not-found`, `unauthorized` */
export async function readDraft(actor: Actor, id: string): Promise<StoredDraft> {
  authorize(actor, 'read')
  const draft = await findDraft(id)
  if (!draft) throw draftNotFound(id)
  return draft
}

export function draftNotFound(id: string) {
  return problem('draft-not-found', `There is no draft "${id}".`)
}

/** Whose a draft is, as the table of rights asks it. */
export function subjectOf(draft: Pick<StoredDraft, 'owner' | 'author'>): Subject {
  return { owner: draft.owner?.slug ?? null, author: draft.author.id }
}

export function doerOf(actor: Actor): Doer {
  return { id: actor.id, name: actor.name }
}

/**
 * Finds the draft, asks whether the actor may, and does the work while nobody else changes the proposal. What the work
 * needs of other tables it reads before: a transaction that waits for a second connection may wait for ever.
 * @param revision the one the actor has read, where that matters
 * @throws Problem `draft-not-found`, `forbidden`, `revision-mismatch`
 */
export async function holdProposal<T>(
  actor: Actor,
  { id, action, revision }: { id: string; action: Action; revision?: number },
  work: (held: HeldProposal) => Promise<T>,
): Promise<T> {
  const seen = await readDraft(actor, id)
  authorize(actor, action, subjectOf(seen))
  const read = await readRules(seen.owner?.slug ?? null, await listAuthors(id))
  return inTransaction((transaction) => hold(transaction, id, revision, read, work))
}

/** The same inside a transaction that is under way. */
export async function hold<T>(
  transaction: Transaction,
  id: string,
  revision: number | undefined,
  read: ReadRules,
  work: (held: HeldProposal) => Promise<T>,
): Promise<T> {
  const draft = await lockDraft(transaction, id)
  if (!draft) throw draftNotFound(id)
  if (revision !== undefined && draft.revision !== revision) throw revisionMismatch(draft, revision)
  const stored = await readProposal(id, transaction)
  return work({
    transaction,
    draft,
    proposal: toProposal(stored, draft, read),
    latestSeenId: stored.latestSeenId,
    read,
  })
}

/** The proposal after what happened. @throws Problem `not-possible-now`, `draft-not-open` */
export function step({ proposal, read, draft }: HeldProposal, happening: Happening): Proposal {
  const next = advanceProposal(proposal, happening, read.rules)
  if (next) return next
  if (happening.event === 'revise' || happening.event === 'withdraw') throw draftNotOpen(draft)
  throw problem('not-possible-now', `${SENTENCES[happening.event]} This proposal is ${words(draft.state)}.`)
}

const SENTENCES: Record<Exclude<Happening['event'], 'revise' | 'withdraw'>, string> = {
  submit: 'Only a draft, or a proposal whose author was asked for changes, is handed in.',
  comment: 'It cannot be commented on.',
  approve: 'Only what is handed in is approved.',
  'request-changes': 'Changes are asked for while a proposal is in review.',
  publish: 'Only what is approved is published, or a draft where no review is needed.',
  decline: 'Only what is handed in is declined.',
  reopen: 'Only what was declined or withdrawn is opened again.',
}

export function draftNotOpen(draft: Pick<StoredDraft, 'state'>) {
  return problem(
    'draft-not-open',
    draft.state === 'published'
      ? 'This draft was published and can no longer be changed. Start a new one.'
      : `This draft is ${words(draft.state)} and cannot be changed. Open it again first, or start a new one.`,
  )
}

export function revisionMismatch(draft: Pick<StoredDraft, 'revision'>, revision: number) {
  return problem(
    'revision-mismatch',
    `You have revision ${revision}, and revision ${draft.revision} was saved meanwhile. Read it, bring the two together, and save again.`,
  )
}

function words(state: string): string {
  return state.replace('-', ' ')
}

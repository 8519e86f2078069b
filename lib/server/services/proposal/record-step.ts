import 'server-only'
import type { AuditEntry } from '@/lib/contracts/audit'
import type { ProposalEvent } from '@/lib/domain/review/proposal-state'
import type { Transaction } from '@/lib/server/database/connection'
import { recordDeed } from '@/lib/server/stores/audit-store'
import type { StoredDraft } from '@/lib/server/stores/draft-store'
import { insertEntry, type NewEntry } from '@/lib/server/stores/proposal-store'
import type { Actor } from '@/lib/server/services/actor'
import { doerOf } from './hold-proposal'

/** As the audit log calls them. A comment decides nothing, and what is published is on record as the version. */
const DEEDS: Record<Exclude<ProposalEvent, 'comment' | 'publish'>, AuditEntry['action']> = {
  submit: 'proposal-submitted',
  revise: 'proposal-revised',
  approve: 'proposal-approved',
  'request-changes': 'changes-requested',
  decline: 'proposal-declined',
  withdraw: 'proposal-withdrawn',
  reopen: 'proposal-reopened',
}

/** Puts what somebody did to a proposal on its timeline and on record, in the transaction that does it. */
export async function recordStep(
  transaction: Transaction,
  draft: Pick<StoredDraft, 'id' | 'event_type' | 'label'>,
  actor: Actor,
  entry: Omit<NewEntry, 'draftId' | 'by'>,
): Promise<void> {
  await insertEntry(transaction, { ...entry, draftId: draft.id, by: doerOf(actor) })
  const { event, revision } = entry
  if (event === 'comment' || event === 'publish') return
  await recordDeed(transaction, {
    by: actor,
    action: DEEDS[event],
    subject: `${draft.event_type} ${draft.label}`.trim(),
    details: { proposal: draft.id, revision },
  })
}

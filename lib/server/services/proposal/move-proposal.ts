import 'server-only'
import type { Action } from '@/lib/domain/policy/policy'
import { writeProposal } from '@/lib/server/stores/proposal-store'
import type { Actor } from '@/lib/server/services/actor'
import { doerOf, holdProposal, step } from './hold-proposal'
import { recordStep } from './record-step'
import { tellOfProposal } from '@/lib/server/services/inbox/tell-people'

interface Move {
  readonly id: string
  readonly event: 'withdraw' | 'decline' | 'reopen'
  readonly action: Action
  readonly body?: string
}

/** Ends a proposal, or opens it again. @throws Problem `draft-not-found`, `not-possible-now` */
export async function moveProposal(actor: Actor, { id, event, action, body = '' }: Move): Promise<void> {
  await holdProposal(actor, { id, action }, async (held) => {
    const next = step(held, { event })
    await writeProposal(held.transaction, id, next)
    const { state, revision } = next
    await recordStep(held.transaction, held.draft, actor, { event, state, revision, body })
    if (event !== 'reopen') await tellOfProposal(held, { event, by: doerOf(actor), body })
  })
}

'use client'

import { announce } from '@/components/ui/announcer'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useWithdrawDraft } from '@/lib/client/draft-mutations'
import type { Draft } from '@/lib/contracts/draft'

interface WithdrawDialogProps {
  draft: Draft
  onClose: () => void
}

/** Asks before a draft is taken back: whoever waits for it, or reviews it, would see it go. */
export function WithdrawDialog({ draft, onClose }: WithdrawDialogProps) {
  const withdraw = useWithdrawDraft(draft.id)
  const what = draft.state === 'draft' ? 'draft' : 'proposal'
  return (
    <ConfirmDialog
      title={`Withdraw this ${what}?`}
      description={
        what === 'draft'
          ? 'It leaves your queue and stays readable. It can be opened again.'
          : 'It leaves everybody’s queue, and what its reviewers approved no longer counts. It stays readable, and can be opened again as a draft.'
      }
      action="Withdraw"
      busy={withdraw.isPending}
      problem={withdraw.error?.message ?? null}
      onConfirm={() => {
        // The page shows what became of it by then, and this dialog may be gone with what opened it.
        withdraw.mutateAsync().then(
          () => {
            announce('Withdrawn')
            onClose()
          },
          () => undefined,
        )
      }}
      onClose={onClose}
    />
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { useGlobalKeys } from '@/lib/client/use-keys'
import { usePublishDraft, useWithdrawDraft } from '@/lib/client/draft-mutations'
import type { DraftSaver } from '@/lib/client/draft-saver'
import { paths } from '@/lib/client/paths'
import type { Draft } from '@/lib/contracts/draft'
import type { ShownFinding } from '@/components/findings/findings-box'

interface DraftActionsProps {
  draft: Draft
  saver: DraftSaver
  findings: readonly ShownFinding[]
  broken: boolean
}

/** Publish and withdraw. What is on the screen is saved first, so that nothing else is published than what one sees. */
export function DraftActions({ draft, saver, findings, broken }: DraftActionsProps) {
  const router = useRouter()
  const publish = usePublishDraft(draft.id)
  const withdraw = useWithdrawDraft(draft.id)
  const [busy, setBusy] = useState(false)
  const errors = findings.filter(
    ({ severity, waiver }) => severity === 'error' && waiver === undefined,
  ).length
  useGlobalKeys({ save: () => void saver.flush() })

  async function publishNow(): Promise<void> {
    setBusy(true)
    try {
      await saver.flush()
      const { status, revision, values } = saver.getSnapshot()
      if (status.kind !== 'saved') return announce('Not published: it is not saved yet', 'problem')
      const { version, created } = await publish.mutateAsync(revision)
      announce(
        `${values.event_type} ${version?.label ?? ''} ${created ? 'is published' : 'was published before'}`,
      )
      router.push(`${paths.eventType(values.event_type)}/versions`)
    } catch {
      // Shown below: the mutation keeps the problem.
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="flex flex-col items-end gap-1">
      <div className="flex flex-wrap items-center justify-end gap-2">
        <Button
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate(undefined, { onSuccess: () => router.push(paths.proposals()) })}
        >
          Withdraw
        </Button>
        <Button
          look="primary"
          busy={busy}
          disabled={broken}
          onClick={() => void publishNow()}
          title={broken ? 'The schema is not JSON yet' : undefined}
        >
          {busy
            ? 'Publishing …'
            : errors > 0
              ? `Publish with ${errors} error${errors === 1 ? '' : 's'}`
              : 'Publish'}
        </Button>
      </div>
      {publish.error && (
        <p role="alert" className="max-w-xl text-right text-breaking">
          ✕ {publish.error.message}
        </p>
      )}
    </div>
  )
}

'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { pageHeading } from '@/components/shell/page-heading'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Passing } from '@/components/ui/passing'
import { useGlobalKeys } from '@/lib/client/use-keys'
import { usePublishDraft } from '@/lib/client/draft-mutations'
import type { DraftSaver } from '@/lib/client/draft-saver'
import { paths } from '@/lib/client/paths'
import { useReviewAct } from '@/lib/client/review-mutations'
import type { Draft } from '@/lib/contracts/draft'
import type { Review } from '@/lib/contracts/proposal'
import type { ShownFinding } from '@/components/findings/findings-box'

const WithdrawDialog = dynamic(() => import('./withdraw-dialog').then((module) => module.WithdrawDialog), {
  ssr: false,
})

interface DraftActionsProps {
  draft: Draft
  review: Review
  saver: DraftSaver
  findings: readonly ShownFinding[]
  broken: boolean
}

/**
 * What becomes of what is written: handed in, published, withdrawn. What is on the screen is saved first, so that nothing
 * else is handed in than what one sees. A proposal in review is saved by hand: each save asks its reviewers again.
 */
export function DraftActions({ draft, review, saver, findings, broken }: DraftActionsProps) {
  const router = useRouter()
  const publish = usePublishDraft(draft.id)
  const act = useReviewAct(draft.id)
  const [busy, setBusy] = useState(false)
  const [isWithdrawing, setWithdrawing] = useState(false)
  const errors = findings.filter(
    ({ severity, waiver }) => severity === 'error' && waiver === undefined,
  ).length
  const isDraft = draft.state === 'draft'
  useGlobalKeys({ save: () => void saver.flush() })

  /** Saves, and does what follows with the revision that is then the latest. */
  async function afterSaving(what: string, next: (revision: number) => Promise<void>): Promise<void> {
    setBusy(true)
    try {
      await saver.flush()
      const { status, revision } = saver.getSnapshot()
      if (status.kind !== 'saved') return announce(`Not ${what}: it is not saved yet`, 'problem')
      await next(revision)
    } catch {
      // Shown below: the mutation keeps the problem.
    } finally {
      setBusy(false)
    }
  }
  const publishNow = () =>
    afterSaving('published', async (revision) => {
      const { event_type } = saver.getSnapshot().values
      const { version, created } = await publish.mutateAsync({ revision })
      announce(`${event_type} ${version?.label ?? ''} ${created ? 'is published' : 'was published before'}`)
      router.push(`${paths.eventType(event_type)}/versions`)
    })
  const handIn = () =>
    afterSaving('handed in', async (revision) => {
      await act.mutateAsync({ does: 'submit', revision })
      announce('Handed in for review')
    })
  const saveRevision = () =>
    afterSaving('saved', (revision) => {
      announce(`Saved as revision ${revision}`)
      router.push(paths.draft(draft.id))
      return Promise.resolve()
    })
  const problem = publish.error ?? act.error

  return (
    <div className="flex flex-col items-end gap-1">
      <div className="flex flex-wrap items-center justify-end gap-2">
        {isDraft ? (
          <>
            {review.allowed.includes('withdraw') && (
              <Passing next={pageHeading}>
                <Button onClick={() => setWithdrawing(true)}>Withdraw …</Button>
              </Passing>
            )}
            {review.allowed.includes('submit') && (
              <Passing next={pageHeading}>
                <Button
                  look={review.review_needed ? 'primary' : 'plain'}
                  busy={busy}
                  disabled={broken}
                  onClick={() => void handIn()}
                >
                  Hand in for review
                </Button>
              </Passing>
            )}
            {review.allowed.includes('publish') && (
              <Button
                look="primary"
                busy={busy}
                disabled={broken}
                onClick={() => void publishNow()}
                title={broken ? 'The schema is not JSON yet' : undefined}
              >
                {busy
                  ? 'Saving …'
                  : errors > 0
                    ? `Publish with ${errors} error${errors === 1 ? '' : 's'}`
                    : 'Publish'}
              </Button>
            )}
          </>
        ) : (
          <>
            <LinkButton href={paths.draft(draft.id)}>Back to the proposal</LinkButton>
            <Passing next={pageHeading}>
              <Button look="primary" busy={busy} disabled={broken} onClick={() => void saveRevision()}>
                Save the revision
              </Button>
            </Passing>
          </>
        )}
      </div>
      {problem && (
        <p role="alert" className="max-w-xl text-right text-breaking">
          ✕ {problem.message}
        </p>
      )}
      {isWithdrawing && <WithdrawDialog draft={draft} onClose={() => setWithdrawing(false)} />}
    </div>
  )
}

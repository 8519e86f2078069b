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
import { ApiProblem } from '@/lib/client/api'
import { paths } from '@/lib/client/paths'
import { useReviewAct } from '@/lib/client/review-mutations'
import type { CompatibilityAnswer } from '@/lib/contracts/compatibility'
import type { Draft } from '@/lib/contracts/draft'
import type { Review } from '@/lib/contracts/proposal'
import { useHarm } from './use-harm'
import type { ShownFinding } from '@/components/findings/findings-box'

const WithdrawDialog = dynamic(() => import('./withdraw-dialog').then((module) => module.WithdrawDialog), {
  ssr: false,
})

const PublishDialog = dynamic(() => import('./publish-dialog').then((module) => module.PublishDialog), {
  ssr: false,
})

interface DraftActionsProps {
  draft: Draft
  review: Review
  saver: DraftSaver
  findings: readonly ShownFinding[]
  /** Whether what is written is no schema. */
  broken: boolean
  /** Null while it is not known, or it continues no version. */
  verdict: CompatibilityAnswer | null
}

/**
 * What becomes of what is written: handed in, published, withdrawn. What is on the screen is saved first, so that nothing
 * else is handed in than what one sees. A proposal in review is saved by hand: each save asks its reviewers again.
 */
export function DraftActions(props: DraftActionsProps) {
  const { draft, review, saver, findings, broken, verdict } = props
  const harm = useHarm(draft, verdict?.changes ?? null)
  const isBreaking = verdict?.verdict === 'breaking'
  const router = useRouter()
  const publish = usePublishDraft(draft.id)
  const act = useReviewAct(draft.id)
  const [busy, setBusy] = useState(false)
  const [open, setOpen] = useState<'publish' | 'withdraw' | null>(null)
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
  const publishNow = (reason?: string) =>
    afterSaving('published', async (revision) => {
      const { event_type } = saver.getSnapshot().values
      const { version, created } = await publish.mutateAsync(
        { revision, reason },
        // It breaks somebody, which the page did not know yet.
        {
          onError: (error) => error instanceof ApiProblem && error.is('reason-needed') && setOpen('publish'),
        },
      )
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
                <Button onClick={() => setOpen('withdraw')}>Withdraw …</Button>
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
                onClick={() => (isBreaking ? setOpen('publish') : void publishNow())}
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
      {problem && open === null && (
        <p role="alert" className="max-w-xl text-right text-breaking">
          ✕ {problem.message}
        </p>
      )}
      {open === 'publish' && (
        <PublishDialog
          broken={harm.broken}
          busy={busy}
          problem={publish.error?.message ?? null}
          onReason={(reason) => void publishNow(reason)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'withdraw' && <WithdrawDialog draft={draft} onClose={() => setOpen(null)} />}
    </div>
  )
}

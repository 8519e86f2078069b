'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { pageHeading } from '@/components/shell/page-heading'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Menu } from '@/components/ui/menu'
import { Passing } from '@/components/ui/passing'
import { ApiProblem } from '@/lib/client/api'
import { usePublishDraft } from '@/lib/client/draft-mutations'
import { paths } from '@/lib/client/paths'
import { pendingComments } from '@/lib/client/pending-comments'
import { useReviewAct } from '@/lib/client/review-mutations'
import type { Draft } from '@/lib/contracts/draft'
import type { Review } from '@/lib/contracts/proposal'

const PublishDialog = dynamic(
  () => import('@/components/draft/publish-dialog').then((module) => module.PublishDialog),
  {
    ssr: false,
  },
)
const ReviewDialog = dynamic(() => import('./review-dialog').then((module) => module.ReviewDialog), {
  ssr: false,
})
const ReasonDialog = dynamic(
  () => import('@/components/draft/reason-dialog').then((module) => module.ReasonDialog),
  {
    ssr: false,
  },
)

const WithdrawDialog = dynamic(
  () => import('@/components/draft/withdraw-dialog').then((module) => module.WithdrawDialog),
  { ssr: false },
)

type Open = 'review' | 'publish' | 'decline' | 'withdraw' | null

interface ProposalActionsProps {
  draft: Draft
  review: Review
  /** Names of consumers that it breaks. */
  broken: readonly string[]
}

/** What one may do to a proposal now; the usual next thing stands out. */
export function ProposalActions({ draft, review, broken }: ProposalActionsProps) {
  const router = useRouter()
  const [open, setOpen] = useState<Open>(null)
  const unsaid = useRef('')
  const act = useReviewAct(draft.id)
  const publish = usePublishDraft(draft.id)
  const pending = pendingComments(draft.id).use().length
  const { allowed } = review
  const may = (event: Review['allowed'][number]) => allowed.includes(event)
  const mayReview = may('approve') || may('request-changes')
  const isBreaking = draft.verdict === 'breaking'

  function publishNow(reason?: string): void {
    publish.mutate(
      { revision: draft.revision, reason },
      {
        onSuccess: ({ version }) => {
          announce(`${draft.event_type} ${version?.label ?? ''} is published`)
          router.push(`${paths.eventType(draft.event_type)}/versions`)
        },
        // What it refers to breaks somebody by now.
        onError: (error) => error instanceof ApiProblem && error.is('reason-needed') && setOpen('publish'),
      },
    )
  }
  const rare = [
    { id: 'decline', label: 'Decline …', shown: may('decline'), onSelect: () => setOpen('decline') },
    {
      id: 'withdraw',
      label: 'Withdraw …',
      shown: may('withdraw'),
      onSelect: () => setOpen('withdraw'),
    },
  ].filter(({ shown }) => shown)
  const problem = publish.error ?? act.error

  return (
    <div className="flex flex-col items-end gap-1">
      <div className="flex flex-wrap items-center justify-end gap-2">
        {rare.length > 0 && (
          <Passing next={pageHeading}>
            <Menu trigger={<Button look="quiet">More</Button>} items={rare} />
          </Passing>
        )}
        {may('reopen') && (
          <Passing next={pageHeading}>
            <Button busy={act.isPending} onClick={() => act.mutate({ does: 'reopen' })}>
              Open again
            </Button>
          </Passing>
        )}
        {may('revise') && <LinkButton href="?edit=true">Revise</LinkButton>}
        {may('submit') && (
          <Passing next={pageHeading}>
            <Button
              // To whoever reviews it the usual next thing is to review it.
              look={mayReview ? 'plain' : 'primary'}
              busy={act.isPending}
              onClick={() => act.mutate({ does: 'submit', revision: draft.revision })}
            >
              Hand in again
            </Button>
          </Passing>
        )}
        {may('comment') && (
          <Button look={mayReview && !may('publish') ? 'primary' : 'plain'} onClick={() => setOpen('review')}>
            {mayReview ? 'Review' : 'Comment'}
            {pending > 0 && ` (${pending})`}
          </Button>
        )}
        {may('publish') && (
          <Button
            // What was published meanwhile has to be brought together with it first.
            look={review.overtaken_by === null ? 'primary' : 'plain'}
            busy={publish.isPending}
            onClick={() => (isBreaking ? setOpen('publish') : publishNow())}
          >
            {publish.isPending ? 'Publishing …' : 'Publish'}
          </Button>
        )}
      </div>
      {problem && open === null && (
        <p role="alert" className="max-w-xl text-right text-breaking">
          ✕ {problem.message}
        </p>
      )}
      {open === 'review' && (
        <ReviewDialog draft={draft} review={review} unsaid={unsaid} onClose={() => setOpen(null)} />
      )}
      {open === 'publish' && (
        <PublishDialog
          broken={broken}
          busy={publish.isPending}
          problem={publish.error?.message ?? null}
          onReason={(reason) => publishNow(reason)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'withdraw' && <WithdrawDialog draft={draft} onClose={() => setOpen(null)} />}
      {open === 'decline' && (
        <ReasonDialog
          title="Decline this proposal"
          description="It stays readable, and its author can open it again."
          label="Why"
          action="Decline"
          busy={act.isPending}
          problem={act.error?.message ?? null}
          onReason={(body) => act.mutate({ does: 'decline', body }, { onSuccess: () => setOpen(null) })}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

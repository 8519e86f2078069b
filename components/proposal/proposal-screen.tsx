'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useEffect, useMemo, useRef, useState } from 'react'
import { parseSchemaText } from '@/lib/domain/schema/parse-schema-text'
import { AlikeBox } from '@/components/draft/alike-box'
import { LeavingNotice } from '@/components/draft/leaving-notice'
import { RevisionsBox } from '@/components/draft/revisions-box'
import { useDraftKnowledge } from '@/components/draft/use-draft-knowledge'
import { VerdictBox } from '@/components/draft/verdict-box'
import { EventName } from '@/components/event/event-name'
import { OwnerLink } from '@/components/event/owner-link'
import { Time } from '@/components/event/time'
import { FindingsBox } from '@/components/findings/findings-box'
import { PageHeader } from '@/components/shell/page-header'
import { announce } from '@/components/ui/announcer'
import { TextLink } from '@/components/ui/text-link'
import { draftQueries } from '@/lib/client/draft-queries'
import { valuesOf } from '@/lib/client/draft-saver'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { paths } from '@/lib/client/paths'
import type { Draft } from '@/lib/contracts/draft'
import type { Review } from '@/lib/contracts/proposal'
import type { Json } from '@/lib/domain/json/json'
import { isDropped, isRevisable } from '@/lib/domain/review/proposal-state'
import { ApprovalBox } from './approval-box'
import type { CommentedPlace, UnsaidComments } from './comment-dialog'
import { ChangeSentence } from './change-sentence'
import { ConsumersBox } from './consumers-box'
import { EvidenceBox } from './evidence-box'
import { OvertakenNotice } from './overtaken-notice'
import { ProposalActions } from './proposal-actions'
import { ProposalChanges } from './proposal-changes'
import { SinceMyReview } from './since-my-review'
import { StateTag } from './state-tag'
import { ThreadsSection } from './threads-section'
import { TimelineBox } from './timeline-box'
import { useHarm } from '@/components/draft/use-harm'

const CommentDialog = dynamic(() => import('./comment-dialog').then((module) => module.CommentDialog), {
  ssr: false,
})

/** A proposal in one look: what changes, whom it harms, what was said, and what is missing. */
export function ProposalScreen({ draft, review }: { draft: Draft; review: Review }) {
  useFreshDraft(draft, review)
  const [commentOn, setCommentOn] = useState<CommentedPlace | null>(null)
  const [unsaid] = useState((): UnsaidComments => new Map())
  const [witness, setWitness] = useState<number | null>(null)
  const values = useMemo(() => valuesOf(draft), [draft])
  const { findings, verdict, suggestedLabel, broken, status } = useDraftKnowledge(draft, values)
  const base = useQuery({
    ...eventTypeQueries.version(draft.event_type, draft.base ?? ''),
    enabled: draft.base !== null,
  })
  const parsed = useMemo(() => parseSchemaText(draft.schema_text), [draft.schema_text])
  const schema: Json = parsed.status === 'schema' ? parsed.schema : {}
  const label = draft.label || suggestedLabel
  const changes = verdict?.changes ?? []
  const harm = useHarm(draft, verdict?.changes ?? null)
  const mayComment = review.allowed.includes('comment')
  const { revision } = draft
  const comment = mayComment ? (pointer: string) => setCommentOn({ pointer, schema, revision }) : null
  return (
    <>
      <PageHeader
        title={<EventName name={draft.event_type} kind={draft.kind} />}
        facts={
          <>
            <span translate="no" className="font-mono text-ink-2">
              {draft.base === null ? label : `${draft.base} → ${label}`}
            </span>
            <StateTag state={draft.state} revision={draft.revision} />
          </>
        }
        actions={<ProposalActions draft={draft} review={review} broken={harm.broken} />}
      >
        <p>
          {draft.author.name || 'Somebody'}, for <OwnerLink owner={draft.owner} />,{' '}
          <Time at={draft.submitted_at ?? draft.created_at} />.{draft.summary !== '' && ` “${draft.summary}”`}
        </p>
      </PageHeader>
      {draft.state === 'published' && (
        <p className="px-5 pb-3">
          Published as{' '}
          <TextLink href={paths.versions(draft.event_type)}>
            {draft.event_type} {draft.published_version}
          </TextLink>
          . A published version never changes.
        </p>
      )}
      <LeavingNotice draft={draft} />
      {isRevisable(draft.state) && <OvertakenNotice review={review} />}
      <div className="grid grid-cols-[minmax(0,1fr)] border-t border-line lg:grid-cols-[minmax(0,1fr)_24.5rem]">
        <div className="flex min-w-0 flex-col gap-4 px-5 py-4">
          <ChangeSentence
            base={draft.base}
            answer={verdict}
            broken={harm.broken}
            checking={status !== 'ready'}
          />
          {isRevisable(draft.state) && <SinceMyReview draft={draft} review={review} />}
          <ProposalChanges
            before={{ label: draft.base ?? 'nothing yet', schema: base.data?.schema ?? {} }}
            after={{ label, schema }}
            changes={changes}
            threads={review.threads}
            onComment={comment}
          />
          <ThreadsSection draft={draft} review={review} />
        </div>
        <aside
          aria-label="What is known of this proposal"
          data-checks={status}
          className="flex min-w-0 flex-col gap-3 border-t border-line px-5 py-4 lg:border-t-0 lg:border-l lg:px-4"
        >
          {!isDropped(draft.state) && <ApprovalBox review={review} owner={draft.owner?.name ?? null} />}
          {draft.base !== null && (
            <VerdictBox
              base={draft.base}
              answer={verdict}
              stale={status !== 'ready'}
              witness={witness}
              onWitness={setWitness}
            />
          )}
          {draft.event_type_exists && <ConsumersBox harm={harm} />}
          {draft.event_type_exists && <EvidenceBox draft={draft} mayStart={mayComment} />}
          <AlikeBox draft={draft.id} revision={draft.revision} />
          <FindingsBox
            eventType={draft.event_type}
            owner={draft.owner?.slug ?? null}
            findings={findings}
            broken={broken}
            status={status}
            onReveal={comment ?? undefined}
          />
          <TimelineBox {...review} />
          <RevisionsBox draft={draft} mayRestore={review.allowed.includes('revise')} />
        </aside>
      </div>
      {commentOn !== null && (
        <CommentDialog
          draft={draft}
          review={review}
          place={commentOn}
          unsaid={unsaid}
          onClose={() => setCommentOn(null)}
        />
      )}
    </>
  )
}

/** What others did meanwhile is told by the review, which is asked again and again: the draft follows it. */
function useFreshDraft(draft: Draft, review: Review): void {
  const client = useQueryClient()
  const isStale = draft.revision !== review.revision || draft.state !== review.state
  useEffect(() => {
    if (isStale) void client.invalidateQueries({ queryKey: draftQueries.detail(draft.id).queryKey })
  }, [client, draft.id, isStale])
  const shown = useRef(draft.revision)
  useEffect(() => {
    if (shown.current === draft.revision) return
    shown.current = draft.revision
    announce(`Revision ${draft.revision} was saved and is shown now`)
  }, [draft.revision])
}

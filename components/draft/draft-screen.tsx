'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { memo, useCallback, useMemo, useRef, useState, type ComponentType, type ReactNode } from 'react'
import { EventName } from '@/components/event/event-name'
import { FindingsBox } from '@/components/findings/findings-box'
import { PageHeader } from '@/components/shell/page-header'
import { WhyNot } from '@/components/shell/why-not'
import { Tag } from '@/components/ui/tag'
import type { Draft } from '@/lib/contracts/draft'
import type { Review } from '@/lib/contracts/proposal'
import type { Json } from '@/lib/domain/json/json'
import type { Fix } from '@/lib/domain/lint/finding'
import { AboutForm } from './about-form'
import { AlikeBox } from './alike-box'
import { applyFixToText } from './apply-fix-to-text'
import { ConflictNotice } from './conflict-notice'
import { DraftActions } from './draft-actions'
import { DOCUMENTS } from './document-tabs'
import { DraftDocuments, type DocumentsHandle } from './draft-documents'
import { renamed } from './draft-name'
import { ExamplesBox } from './examples-box'
import { LeavingNotice } from './leaving-notice'
import { RevisionsBox } from './revisions-box'
import { SampleBox } from './sample-box'
import { SaveState } from './save-state'
import { useDraftSaver } from './use-draft-saver'
import { useDraftKnowledge } from './use-draft-knowledge'
import { VerdictBox } from './verdict-box'
import { verdictNotes } from './verdict-notes'

interface DraftScreenProps {
  draft: Draft
  review: Review
  /** What has to be known before one goes on. */
  notice: ReactNode
  /** What is asked of whoever writes it; first of all that stands beside the text. */
  Asked: ComponentType<AskedProps>
}

/** The text as it is being written, and what can be done with it. */
interface AskedProps {
  readonly review: Review
  readonly text: string
  readonly onReveal: (pointer: string) => void
  /** Undefined where one may not change it. */
  readonly onFix: ((fix: Fix) => void) | undefined
}

// Large ones do not change with each key: they wait for the checks.
const Findings = memo(FindingsBox)
const Verdict = memo(VerdictBox)
const Sample = memo(SampleBox)
const Examples = memo(ExamplesBox)

/** The editor, and beside it everything that is known of the schema while it is written. */
export function DraftScreen({ draft, review, notice, Asked }: DraftScreenProps) {
  const { saver, snapshot } = useDraftSaver(draft, review.revision)
  const { values, status, revision } = snapshot
  const checks = useDraftKnowledge(draft, values)
  const { findings, verdict, suggestedLabel, status: checking } = checks
  const [document, setDocument] = useQueryState(
    'document',
    parseAsStringLiteral(DOCUMENTS).withDefault('schema'),
  )
  const work = useRef<HTMLDivElement>(null)
  const documents = useRef<DocumentsHandle>(null)
  const [witness, setWitness] = useState<number | null>(null)
  const placedFindings = useMemo(() => ({ all: findings, places: checks.places }), [findings, checks.places])
  const notes = useMemo(
    () => ({ all: verdictNotes(verdict), places: checks.notePlaces }),
    [verdict, checks.notePlaces],
  )
  const isOpen = review.allowed.includes('revise')

  const isNew = !draft.event_type_exists
  const fix = useCallback(
    (wanted: Fix) => {
      if (wanted.name !== undefined && isNew) saver.change(renamed(saver.getSnapshot().values, wanted.name))
      const { schema_text } = saver.getSnapshot().values
      if (wanted.patch) saver.change({ schema_text: applyFixToText(schema_text, wanted) })
    },
    [saver, isNew],
  )
  const reveal = useCallback((pointer: string) => documents.current?.reveal(pointer), [])
  const addExample = useCallback(
    (sample: Json) => {
      saver.change({ examples_text: withExample(saver.getSnapshot().values.examples_text, sample) })
      void setDocument('examples')
    },
    [saver, setDocument],
  )

  return (
    <>
      <PageHeader
        title={<EventName name={values.event_type} kind={values.kind} />}
        facts={
          <>
            <Tag tone={draft.state === 'draft' ? 'accent' : 'neutral'}>{draft.state.replace('-', ' ')}</Tag>
            {draft.base !== null && <span className="text-ink-2">continues {draft.base}</span>}
            {isOpen && <SaveState snapshot={snapshot} isByHand={draft.state !== 'draft'} />}
          </>
        }
        actions={
          isOpen && (
            <DraftActions
              draft={draft}
              review={review}
              saver={saver}
              findings={findings}
              broken={checks.broken !== null}
              verdict={verdict}
            />
          )
        }
      />
      <LeavingNotice draft={draft} />
      {notice}
      {!isOpen && (
        <div className="px-5 pb-3 text-ink-2">
          <WhyNot does="edit-draft" what="change this draft" />
        </div>
      )}
      {status.kind === 'conflict' && (
        <ConflictNotice
          id={draft.id}
          saver={saver}
          snapshot={snapshot}
          next={() => work.current?.querySelector('nav [aria-current]') ?? null}
        />
      )}
      <div
        ref={work}
        className="grid min-h-0 flex-1 border-t border-line lg:grid-cols-[minmax(0,1fr)_24.5rem]"
      >
        <DraftDocuments
          ref={documents}
          document={document}
          onDocument={(wanted) => void setDocument(wanted)}
          values={values}
          readOnly={!isOpen}
          onChange={(patch) => saver.change(patch)}
          onSave={() => void saver.flush()}
          findings={placedFindings}
          notes={notes}
          onFix={fix}
          onWitness={setWitness}
        />
        <aside
          aria-label="What is known of this draft"
          data-checks={checking}
          className="flex min-w-0 flex-col gap-3 border-t border-line px-5 py-4 lg:border-t-0 lg:border-l lg:px-4"
        >
          <Asked
            review={review}
            text={values.schema_text}
            onReveal={reveal}
            onFix={isOpen ? fix : undefined}
          />
          <Findings
            eventType={values.event_type}
            owner={draft.owner?.slug ?? null}
            findings={findings}
            broken={checks.broken}
            status={checking}
            onReveal={reveal}
            onFix={isOpen ? fix : undefined}
          />
          {draft.base !== null && (
            <Verdict
              base={draft.base}
              answer={verdict}
              stale={checking !== 'ready'}
              witness={witness}
              onWitness={setWitness}
              onReveal={reveal}
            />
          )}
          <AlikeBox draft={draft.id} revision={revision} />
          <Sample
            sample={checks.sample}
            eventType={values.event_type}
            label={values.label || suggestedLabel}
            onUse={isOpen ? addExample : undefined}
          />
          <Examples results={checks.examples} broken={checks.broken !== null} />
          <AboutForm
            values={values}
            suggestedLabel={suggestedLabel}
            isNew={isNew}
            readOnly={!isOpen}
            onChange={(patch) => saver.change(patch)}
          />
          <RevisionsBox
            draft={draft}
            mayRestore={isOpen}
            before={async () => {
              await saver.flush()
              const now = saver.getSnapshot()
              return now.status.kind === 'saved' ? now.revision : null
            }}
            after={() => void saver.takeTheirs()}
          />
        </aside>
      </div>
    </>
  )
}

/** Examples are a list; where the author's text is none just now, it is left alone below the new one. */
function withExample(text: string, sample: Json): string {
  try {
    const examples = JSON.parse(text) as Json
    if (Array.isArray(examples)) return JSON.stringify([...examples, sample], null, 2)
  } catch {
    // answered below
  }
  return `${JSON.stringify([sample], null, 2)}\n${text}`
}

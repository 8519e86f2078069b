'use client'

import dynamic from 'next/dynamic'
import { parseAsInteger, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { AlignedTrees, type ComparedSchema } from '@/components/versions/aligned-trees'
import { ChangeList } from '@/components/versions/change-list'
import { Button } from '@/components/ui/button'
import { COMPARE_VIEWS, type CompareView } from '@/lib/client/versions-url'
import type { Change } from '@/lib/contracts/compatibility'
import type { Thread } from '@/lib/contracts/proposal'
import type { SchemaNode } from '@/lib/domain/schema/schema-tree'

const TextDiff = dynamic(() => import('@/components/versions/text-diff').then((module) => module.TextDiff), {
  ssr: false,
})

const parsers = {
  view: parseAsStringLiteral(COMPARE_VIEWS).withDefault('trees'),
  change: parseAsInteger,
}
const VIEW_NAMES: Record<CompareView, string> = { trees: 'Side by side', text: 'Text', list: 'List' }

interface ProposalChangesProps {
  before: ComparedSchema
  after: ComparedSchema
  changes: readonly Change[]
  threads: readonly Thread[]
  /** Null where one may not say anything. */
  onComment: ((pointer: string) => void) | null
}

/** The version it continues beside what is proposed; each field can be commented on where it stands. */
export function ProposalChanges({ before, after, changes, threads, onComment }: ProposalChangesProps) {
  const [state, setState] = useQueryStates(parsers)
  const current = state.change !== null && state.change < changes.length ? state.change : null
  const show = (change: number | null) => void setState({ change })
  const aside = (node: SchemaNode) => (
    <FieldAside
      node={node}
      threads={threads.filter(
        ({ pointer, is_gone, resolved_at }) => pointer === node.pointer && !is_gone && resolved_at === null,
      )}
      onComment={onComment}
    />
  )
  return (
    <div className="flex flex-col gap-2">
      <div role="group" aria-label="Look at it as" className="flex flex-wrap gap-1">
        {COMPARE_VIEWS.map((view) => (
          <Button
            key={view}
            look={state.view === view ? 'plain' : 'quiet'}
            aria-pressed={state.view === view}
            onClick={() => void setState({ view })}
          >
            {VIEW_NAMES[view]}
          </Button>
        ))}
        {onComment && (
          <Button look="quiet" className="ml-auto" onClick={() => onComment('')}>
            Comment on the whole
          </Button>
        )}
      </div>
      {state.view === 'trees' && (
        <AlignedTrees
          before={before}
          after={after}
          changes={changes}
          current={current}
          onChange={show}
          aside={aside}
        />
      )}
      {state.view === 'list' && <ChangeList changes={changes} current={current} onChange={show} />}
      {state.view === 'text' && (
        <TextDiff
          before={JSON.stringify(before.schema, null, 2)}
          after={JSON.stringify(after.schema, null, 2)}
          layout="split"
          change={current === null ? null : (changes[current] ?? null)}
        />
      )}
    </div>
  )
}

interface FieldAsideProps {
  node: SchemaNode
  threads: readonly Thread[]
  onComment: ((pointer: string) => void) | null
}

function FieldAside({ node, threads, onComment }: FieldAsideProps) {
  const [first] = threads
  return (
    <span className="flex shrink-0 items-center gap-1">
      {first && (
        <a
          href={`#thread-${first.id}`}
          className="inline-flex min-h-6 items-center rounded-sm text-xs text-accent underline underline-offset-2"
        >
          {threads.length} <span className="sr-only">comments on {node.path || 'the data block'}</span>
          <span aria-hidden>✎</span>
        </a>
      )}
      {onComment && node.kind !== 'root' && (
        <button
          type="button"
          aria-label={`Comment on ${node.path}`}
          title="Comment"
          onClick={() => onComment(node.pointer)}
          className="inline-flex size-6 items-center justify-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
        >
          <span aria-hidden>+</span>
        </button>
      )}
    </span>
  )
}

import { useMemo } from 'react'
import { buildAxis } from '@/lib/domain/chain-view/axis'
import { instantsOf } from '@/lib/domain/chain-view/chain-view'
import { unpackChain, type ChainColumns } from '@/lib/domain/chain-view/chain-columns'
import { chainFacts, toldOfAll } from '@/lib/domain/chain-view/facts'
import { findFolds } from '@/lib/domain/chain-view/folds'
import { listRows } from '@/lib/domain/chain-view/list-rows'
import { layoutTree } from '@/lib/domain/chain-view/tree'
import { EventId } from '@/components/event/event-id'
import { EventName } from '@/components/event/event-name'
import { AnswerSkeleton } from '@/components/flow/answer-line'
import { PageHeader } from '@/components/shell/page-header'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { ROW_HEIGHT } from './row-frame'
import { TreeRow } from './tree-row'
import type { UsualDelays } from './use-usual-delays'

const EVERYTHING = { fold: false, level: null, flipped: new Set<string>() }
const NO_DELAYS: UsualDelays = new Map()

/** A large chain while it is on its way: the event one came for, and what led to it, where they will stand. */
export function ArrivingChain({ line }: { line: ChainColumns }) {
  const { chain, tree, folds, rows, axis } = useMemo(() => {
    const chain = unpackChain(line)
    const tree = layoutTree(chain)
    const folds = findFolds(tree)
    const axis = buildAxis(instantsOf(chain, 'created'), true)
    return { chain, tree, folds, rows: listRows(tree, folds, EVERYTHING), axis }
  }, [line])
  const focus = chain.members.find(({ event_id }) => event_id === chain.focus)
  return (
    <>
      <PageHeader
        title={focus === undefined ? 'Chain' : <EventName name={focus.type} kind={focus.kind} />}
        facts={<EventId id={chain.focus} />}
      >
        What led to it is here; the rest of a large chain is being read.
      </PageHeader>
      <AnswerSkeleton />
      <div className="h-10 border-b border-line" />
      <div className="h-7 border-b border-line" />
      <div
        role="tree"
        aria-label="What led to the event"
        aria-busy
        className="relative"
        style={{ height: rows.length * ROW_HEIGHT }}
      >
        {[...rows].map((row, index) => (
          <TreeRow
            key={row.key}
            chain={chain}
            tree={tree}
            folds={folds}
            row={row}
            index={index}
            offset={index * ROW_HEIGHT}
            axis={axis}
            timeAxis="created"
            selected={row.key === `event ${chain.focus}`}
            active={false}
            dimmed={false}
            hiddenMatches={0}
            usualDelays={NO_DELAYS}
            awaited={undefined}
            told={toldOfAll(chainFacts(chain))}
            isNew={false}
            isSketch={false}
          />
        ))}
      </div>
      <RowsSkeleton label="Loading the chain" rows={12} />
    </>
  )
}

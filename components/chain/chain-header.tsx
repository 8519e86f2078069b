import { Fragment } from 'react'
import { chainCounts, group, toldOfAll, type ChainFacts } from '@/lib/domain/chain-view/facts'
import { placeOf } from '@/lib/domain/chain-view/chain-places'
import { paths } from '@/lib/client/paths'
import { instantText, type ViewChain } from '@/lib/domain/chain-view/chain-view'
import { EventId } from '@/components/event/event-id'
import { EventName } from '@/components/event/event-name'
import { Time } from '@/components/event/time'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { TraceLink } from './trace-link'

interface ChainHeaderProps {
  chain: ViewChain
  facts: ChainFacts
  /** The template of the tracing tool's addresses; empty for none. */
  traceTemplate: string
  /** Whether the event itself is past retention, while others of its chain are still there. */
  isGone: boolean
  onHandOver: () => void
}

/** Which event this page is about, and the answer in a sentence: how far its chain came. */
export function ChainHeader({ chain, facts, traceTemplate, isGone, onHandOver }: ChainHeaderProps) {
  const focus = chain.members[placeOf(chain, chain.focus)]
  const last = chain.members[facts.last]
  return (
    <PageHeader
      title={focus === undefined ? 'Chain' : <EventName name={focus.type} kind={focus.kind} />}
      facts={
        <>
          <EventId id={chain.focus} />
          {focus !== undefined && focus.trace_id !== null && (
            <TraceLink traceId={focus.trace_id} template={traceTemplate} />
          )}
          {toldOfAll(facts).has('imported') && (
            <Tag title="Came by an import, which set the times of receipt">imported</Tag>
          )}
        </>
      }
      actions={
        <Button look="primary" onClick={onHandOver} aria-haspopup="dialog">
          Hand over
        </Button>
      }
    >
      {isGone && <p>This event is past retention: what is left of its chain is below.</p>}
      <p>
        {last !== undefined && chain.members.length > 1 && (
          <>
            Last event <EventName name={last.type} className="font-medium text-ink" />{' '}
            <Time at={instantText(last.created)} />
            {last.owner !== null && (
              <>
                , owner <TextLink href={paths.owner(last.owner)}>{last.owner}</TextLink>
              </>
            )}
            .{' '}
          </>
        )}
        <span role="status" className="text-ink-3">
          {chainCounts(facts).map((count, index) => (
            <Fragment key={index}>
              {index > 0 && ', '}
              <span className="whitespace-nowrap">{count}</span>
            </Fragment>
          ))}
        </span>
      </p>
      {chain.truncated && (
        <p>
          <span aria-hidden>⚠ </span>The chain is larger than one answer: these are its first{' '}
          {group(chain.members.length)} events.
        </p>
      )}
      {chain.large_traces.map(({ trace_id, count }) => (
        <p key={trace_id}>
          Trace <code>{trace_id}</code> is on {group(count)} events, too many to stand beside this chain:{' '}
          <TextLink href={paths.explore({ trace_id: trace_id })}>list them</TextLink>.
        </p>
      ))}
    </PageHeader>
  )
}

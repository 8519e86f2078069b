import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { group } from '@/lib/domain/chain-view/facts'
import { MISSING, type TypeNode } from '@/lib/domain/chain-view/type-graph'
import { EventName } from '@/components/event/event-name'
import { classNames } from '@/components/ui/class-names'

export const NODE_WIDTH = 208
export const NODE_HEIGHT = 48

export type TypeBox = Node<TypeNode & Record<string, unknown>, 'type'>

/** One event type in the graph. The box is a button of the graph's own: it has the focus and the label. */
export function TypeNodeBox({ data }: NodeProps<TypeBox>) {
  const missing = data.id === MISSING
  return (
    <div
      className={classNames(
        'flex h-full flex-col justify-center rounded-md border px-3 text-sm',
        missing
          ? 'border-dashed border-line-strong bg-sunken text-ink-2'
          : 'cursor-pointer border-line-strong bg-surface hover:border-accent',
        data.invalid > 0 && '!border-breaking',
      )}
    >
      <Handle type="target" position={Position.Left} className="invisible" />
      <span className="flex min-w-0 items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-[450]">
          {missing ? <i>not received</i> : <EventName name={data.id} kind={data.kind} />}
        </span>
        <span className="shrink-0 font-mono text-xs text-ink-2 tabular-nums">{group(data.count)}</span>
      </span>
      {!missing && (
        <span className="flex min-w-0 gap-2 text-xs text-ink-3">
          <span className="min-w-0 flex-1 truncate">{data.owner ?? 'no owner'}</span>
          {data.invalid > 0 && (
            <span className="shrink-0 text-breaking">✕ {group(data.invalid)} break their schema</span>
          )}
        </span>
      )}
      <Handle type="source" position={Position.Right} className="invisible" />
    </div>
  )
}

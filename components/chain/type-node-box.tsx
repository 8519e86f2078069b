import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { group } from '@/lib/domain/chain-view/facts'
import { MISSING, type TypeNode } from '@/lib/domain/chain-view/type-graph'
import { EventName } from '@/components/event/event-name'
import { classNames } from '@/components/ui/class-names'
import { DIMMED } from './row-frame'

export const NODE_WIDTH = 208
export const NODE_HEIGHT = 48

/**
 * @property isHere whether the selected event is of the type
 * @property matching events of the type that match the filter; null where none is set
 */
export type TypeBox = Node<{ node: TypeNode; isHere: boolean; matching: number | null }, 'type'>

/** One event type in the graph. The box is a button of the graph's own: it has the focus and the label. */
export function TypeNodeBox({ data: { node, isHere, matching } }: NodeProps<TypeBox>) {
  const missing = node.id === MISSING
  return (
    <div
      className={classNames(
        'flex h-full flex-col justify-center rounded-md border px-3 text-sm',
        missing
          ? 'border-dashed border-line-strong bg-sunken text-ink-2'
          : 'cursor-pointer border-line-strong bg-surface hover:border-accent',
        isHere && '!border-accent bg-accent-soft',
        node.invalid > 0 && '!border-breaking',
        matching === 0 && `${DIMMED} !border-line !bg-bg`,
      )}
    >
      <Handle type="target" position={Position.Left} className="invisible" />
      <span className="flex min-w-0 items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-[450]">
          {missing ? <i>not received</i> : <EventName name={node.id} kind={node.kind} />}
        </span>
        <span className="shrink-0 font-mono text-xs text-ink-2 tabular-nums">
          {matching !== null && matching > 0 && matching < node.count && `${group(matching)} of `}
          {group(node.count)}
        </span>
      </span>
      {!missing && (
        <span className="flex min-w-0 gap-2 text-xs text-ink-3">
          <span className="min-w-0 flex-1 truncate">{node.owner ?? 'no owner'}</span>
          {node.invalid > 0 && (
            <span className="shrink-0 text-breaking">
              ✕ {group(node.invalid)} {node.invalid === 1 ? 'breaks its schema' : 'break their schema'}
            </span>
          )}
        </span>
      )}
      <Handle type="source" position={Position.Right} className="invisible" />
    </div>
  )
}

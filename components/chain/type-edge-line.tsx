import { BaseEdge, MarkerType, type Edge, type EdgeProps } from '@xyflow/react'
import type { Places } from '@/lib/client/layout-graph'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { curvePath, edgeCurve, type Point } from '@/lib/domain/chain-view/edge-curve'
import { placeLabels } from '@/lib/domain/chain-view/edge-labels'
import { group } from '@/lib/domain/chain-view/facts'
import { MISSING, type TypeEdge } from '@/lib/domain/chain-view/type-graph'
import { NODE_HEIGHT, NODE_WIDTH } from './type-node-box'

/** @property labelAt middle of its label; null where that has no room */
export type TypeLine = Edge<{ labelAt: Point | null }, 'line'>

/** An arrow of the graph. */
export function TypeEdgeLine(props: EdgeProps<TypeLine>) {
  const { source, target, sourceX, sourceY, targetX, targetY, data, label, ...drawn } = props
  const curve = edgeCurve({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, source === target)
  const at = data?.labelAt
  return (
    <BaseEdge
      path={curvePath(curve)}
      label={at ? label : undefined}
      labelX={at?.x}
      labelY={at?.y}
      style={drawn.style}
      markerEnd={drawn.markerEnd}
      labelStyle={drawn.labelStyle}
      labelBgStyle={drawn.labelBgStyle}
      labelBgPadding={drawn.labelBgPadding}
    />
  )
}

interface LineOptions {
  places: Places
  /** The type that is pointed at or has the focus: its arrows stand out, and have the first choice for their labels. */
  near: string | null
  dimmed: (edge: TypeEdge) => boolean
}

/** Arrows as the graph draws them, with labels where these have room: the table has them all. */
export function typeLines(edges: readonly TypeEdge[], { places, near, dimmed }: LineOptions): TypeLine[] {
  const rank = ({ from, to }: TypeEdge) => Number(near !== null && (from === near || to === near))
  const ordered = [...edges].sort((a, b) => rank(b) - rank(a))
  const texts = ordered.map(labelOf)
  const boxes = [...places.values()].map((place) => ({ ...place, width: NODE_WIDTH, height: NODE_HEIGHT }))
  const labels = placeLabels(
    ordered.map(({ from, to }, index) => {
      const [a, b] = [places.get(from) ?? ORIGIN, places.get(to) ?? ORIGIN]
      const middle = NODE_HEIGHT / 2
      return {
        curve: edgeCurve({ x: a.x + NODE_WIDTH, y: a.y + middle }, { x: b.x, y: b.y + middle }, from === to),
        width: texts[index]!.length * CHARACTER + 2 * PADDING[0],
        height: FONT_SIZE + 2 * PADDING[1] + 2,
      }
    }),
    boxes,
  )
  // What stands out is drawn last, over the others and behind the boxes.
  const lines = ordered.map((edge, index): TypeLine => {
    const isNear = rank(edge) > 0
    const isDimmed = dimmed(edge) || (near !== null && !isNear)
    const stroke = isNear ? 'var(--accent)' : isDimmed ? 'var(--line-strong)' : 'var(--ink-3)'
    return {
      id: `${edge.from} ${edge.to}`,
      source: edge.from,
      target: edge.to,
      type: 'line',
      data: { labelAt: labels[index]! },
      focusable: false,
      label: texts[index],
      markerEnd: { type: MarkerType.ArrowClosed, color: stroke },
      style: {
        stroke,
        strokeWidth: Math.min(6, 1 + Math.log10(edge.count)),
        strokeDasharray: edge.from === MISSING ? '4 4' : undefined,
      },
      labelStyle: { fill: isDimmed ? 'var(--ink-3)' : 'var(--ink-2)', fontSize: FONT_SIZE },
      labelBgStyle: { fill: 'var(--bg)' },
      labelBgPadding: PADDING,
    }
  })
  return lines.reverse()
}

const ORIGIN = { x: 0, y: 0 }
/** Pixels of a label. */
const FONT_SIZE = 11
const CHARACTER = 6.2
const PADDING: [x: number, y: number] = [4, 2]

function labelOf({ count, delay_ms }: TypeEdge): string {
  return `${group(count)} ×${delay_ms === null ? '' : ` · ${formatDuration(delay_ms)}`}`
}

import { flowAddress } from '@/lib/client/flow-url'
import { edgePath } from '@/lib/domain/flow/edge-path'
import type { FlowMap, MapEdge } from '@/lib/domain/flow/flow-map'
import { classNames } from '@/components/ui/class-names'

export interface Step {
  from: string
  to: string
}

interface FlowMapEdgesProps {
  map: FlowMap
  /** The event type whose steps stand out. */
  lit: string | null
  step: Step | null
  onStep: (from: string, to: string) => void
}

/** A thin line is hard to hit with a pointer. */
const HIT = 14

/**
 * The steps of the map. Links for the pointer only: by keyboard and for screen readers they are in the panel of their
 * event type, and in the table.
 */
export function FlowMapEdges({ map, lit, step, onStep }: FlowMapEdgesProps) {
  const rank = (edge: MapEdge) => Number(touches(edge, lit)) + 2 * Number(isSame(edge, step))
  // What stands out is drawn last, over the others.
  const ordered = [...map.edges].sort((a, b) => rank(a) - rank(b) || b.thickness - a.thickness)
  return (
    <svg
      aria-hidden
      width={map.width}
      height={map.height}
      className="pointer-events-none absolute inset-0 overflow-visible"
    >
      {ordered.map((edge) => {
        const isLit = rank(edge) > 0
        const { from, to, thickness } = edge
        const path = edgePath(edge)
        return (
          <a
            key={`${from}\n${to}`}
            href={flowAddress({ from, to })}
            tabIndex={-1}
            onClick={(event) => {
              event.preventDefault()
              onStep(from, to)
            }}
            className={classNames(
              'group pointer-events-auto',
              isLit ? 'text-accent' : lit === null ? 'text-ink-3' : 'text-line-strong',
            )}
          >
            <path
              d={path}
              fill="none"
              stroke="currentColor"
              strokeWidth={thickness}
              strokeLinejoin="round"
              strokeOpacity={isLit ? 0.9 : edge.isInside ? 0.5 : 0.28}
              className="group-hover:stroke-accent group-hover:[stroke-opacity:1]"
            />
            <path d={headOf(edge)} fill="currentColor" fillOpacity={isLit ? 1 : 0.6} />
            <path d={path} fill="none" stroke="transparent" strokeWidth={Math.max(HIT, thickness)}>
              <title>{`${from} → ${to}`}</title>
            </path>
          </a>
        )
      })}
    </svg>
  )
}

function headOf({ points, thickness }: MapEdge): string {
  const { x, y } = points.at(-1)!
  const half = 4 + thickness / 2
  return `M${x} ${y}l${-half - 2} ${-half}v${2 * half}z`
}

function touches({ from, to }: Step, name: string | null): boolean {
  return from === name || to === name
}

function isSame({ from, to }: Step, step: Step | null): boolean {
  return from === step?.from && to === step.to
}

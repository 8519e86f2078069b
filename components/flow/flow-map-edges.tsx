import { memo, type MouseEvent } from 'react'
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
  const standOut = map.edges.filter((edge) => touches(edge, lit) || isSame(edge, step))
  function onClick(event: MouseEvent): void {
    const link = (event.target as Element).closest<SVGAElement>('a[data-from]')
    if (link === null) return
    event.preventDefault()
    onStep(link.dataset.from!, link.dataset.to!)
  }
  const plane = { 'aria-hidden': true, width: map.width, height: map.height, onClick }
  return (
    <>
      <svg
        {...plane}
        // Of a layer of its own, so that a thousand lines step back without being painted again.
        className={classNames(PLANE, 'text-ink-3 will-change-[opacity]', lit !== null && 'opacity-45')}
      >
        <AllEdges edges={map.edges} />
      </svg>
      {/* Drawn once more over the others: where the pointer goes, only these change. */}
      <svg {...plane} className={classNames(PLANE, 'text-accent')}>
        {standOut.map((edge) => (
          <EdgeLine key={keyOf(edge)} edge={edge} isLit />
        ))}
      </svg>
    </>
  )
}

const PLANE = 'pointer-events-none absolute inset-0 overflow-visible'

const AllEdges = memo(function AllEdges({ edges }: { edges: readonly MapEdge[] }) {
  // Thin lines over thick ones: neither hides the other.
  return [...edges]
    .sort((a, b) => b.thickness - a.thickness)
    .map((edge) => <EdgeLine key={keyOf(edge)} edge={edge} isLit={false} />)
})

function EdgeLine({ edge, isLit }: { edge: MapEdge; isLit: boolean }) {
  const { from, to, thickness } = edge
  const path = edgePath(edge)
  return (
    <a
      href={flowAddress({ from, to })}
      data-from={from}
      data-to={to}
      tabIndex={-1}
      className="group pointer-events-auto"
    >
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth={thickness}
        strokeLinejoin="round"
        strokeOpacity={isLit ? 0.9 : edge.isInside ? 0.5 : 0.28}
        className={classNames(!isLit && 'group-hover:stroke-accent', 'group-hover:[stroke-opacity:1]')}
      />
      <path d={headOf(edge)} fill="currentColor" fillOpacity={isLit ? 1 : 0.6} />
      <path d={path} fill="none" stroke="transparent" strokeWidth={Math.max(HIT, thickness)}>
        <title>{`${from} → ${to}`}</title>
      </path>
    </a>
  )
}

function keyOf({ from, to }: Step): string {
  return `${from}\n${to}`
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

'use client'

import { memo, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useListKeys } from '@/lib/client/use-keys'
import type { FlowEdge, FlowType } from '@/lib/contracts/flow'
import { BOX_SIDE, layoutFlowMap, NODE_HEIGHT, type MapNode } from '@/lib/domain/flow/flow-map'
import { nearestNode, type Direction } from '@/lib/domain/flow/nearest-node'
import { EventName } from '@/components/event/event-name'
import { IconButton } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { FlowMapEdges, type Step } from './flow-map-edges'

interface FlowMapViewProps {
  edges: readonly FlowEdge[]
  types: readonly FlowType[]
  /** The selected event type; empty for none. */
  at: string
  step: Step | null
  /** What is drawn of what there is. */
  status: string
  onType: (name: string | null) => void
  onStep: (from: string, to: string) => void
}

/** Rows of boxes are filled up to the window's width in steps of this: it is not laid out anew for every pixel. */
const WIDTH_STEP = 80
const LEAST_WIDTH = 560
/** The navigation beside the map, on screens that have it there. */
const BESIDE = { from: 768, width: 240 }
const ON_SERVER = 1_200
const SCALES = [0.5, 0.67, 0.8, 1, 1.25, 1.5]
const MARGIN = 20

/**
 * Event types in the boxes of their domains and the steps between them. It scrolls like any page: nothing needs
 * dragging. One tab stop, the arrows go from type to type; the table says the same in rows.
 */
export function FlowMapView({ edges, types, at, step, status, onType, onStep }: FlowMapViewProps) {
  const room = useSyncExternalStore(onResize, roomForBoxes, () => null)
  const within = room ?? ON_SERVER
  const map = useMemo(() => {
    const shown = new Set(edges.flatMap(({ from, to }) => [from, to]))
    const placed = types.filter(({ name }) => shown.has(name))
    return layoutFlowMap(
      placed.map(({ name, domain }) => ({ name, group: domain?.slug ?? null })),
      edges,
      within,
    )
  }, [edges, types, within])
  const typeOf = useMemo(() => new Map(types.map((type) => [type.name, type])), [types])
  const domains = useMemo(
    () => new Map(types.flatMap(({ domain }) => (domain === null ? [] : [[domain.slug, domain.name]]))),
    [types],
  )
  const [hovered, setHovered] = useState<string | null>(null)
  const [visited, setVisited] = useState<string | null>(null)
  const [scale, setScale] = useState(1)
  const canvas = useRef<HTMLDivElement>(null)
  const lit = hovered ?? (at === '' ? null : at)
  const beside = useMemo(() => neighboursOf(edges, lit), [edges, lit])
  const current =
    map.nodes.find(({ name }) => name === (visited ?? at)) ??
    map.nodes.find(({ name }) => name === at) ??
    map.nodes[0]

  useEffect(() => {
    // A link to an event type, or to a step, may lead to where one does not see it.
    const name = step?.from ?? at
    if (name !== '') nodeOf(canvas.current, name)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at, step?.from])

  function go(direction: Direction): void {
    const next = current && nearestNode(map.nodes, current, direction)
    if (!next) return
    setVisited(next.name)
    nodeOf(canvas.current, next.name)?.focus()
  }
  const onKeyDown = useListKeys({
    toLeft: () => go('left'),
    toRight: () => go('right'),
    toAbove: () => go('above'),
    toBelow: () => go('below'),
    close: () => onType(null),
  })
  const zoom = (by: number) =>
    setScale((now) => SCALES[Math.min(SCALES.length - 1, Math.max(0, SCALES.indexOf(now) + by))] ?? 1)

  return (
    <div>
      <div className="flex items-center gap-1 border-b border-line px-5 py-0.5">
        <p className="mr-auto min-w-0 text-xs text-ink-3 sm:truncate">
          <span role="status" className="text-ink-2">
            {status}
          </span>{' '}
          <span className="max-sm:sr-only">
            The thicker, the more frequent. An event type shows its steps; a step shows its delays.
          </span>
        </p>
        <IconButton label="Smaller" onClick={() => zoom(-1)} aria-disabled={scale === SCALES[0]}>
          −
        </IconButton>
        <span role="status" className="w-10 text-center text-xs whitespace-nowrap text-ink-2">
          {Math.round(scale * 100)} %
        </span>
        <IconButton label="Larger" onClick={() => zoom(1)} aria-disabled={scale === SCALES.at(-1)}>
          +
        </IconButton>
      </div>
      <div
        role="region"
        aria-label="Map"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        tabIndex={0}
        className="max-h-[calc(100dvh-10rem)] min-h-96 overflow-auto"
      >
        <div
          ref={canvas}
          role="toolbar"
          aria-label="Event types"
          data-lit={lit !== null || undefined}
          onKeyDown={onKeyDown}
          // Of the canvas and not of each name: where the pointer goes, only the names that change are drawn again.
          onClick={({ target }) => {
            const name = nameAt(target)
            if (name !== null) onType(name === at ? null : name)
          }}
          onFocus={({ target }) => setVisited((before) => nameAt(target) ?? before)}
          onPointerOver={({ target }) => setHovered(nameAt(target))}
          onPointerLeave={() => setHovered(null)}
          // Drawn for a width of its own the server's map would be drawn anew before one's eyes.
          className={classNames('relative', room === null && 'invisible')}
          style={{ width: (map.width + 2 * MARGIN) * scale, height: (map.height + 2 * MARGIN) * scale }}
        >
          <div
            className="absolute top-0 left-0 origin-top-left"
            style={{
              transform: `scale(${scale}) translate(${MARGIN}px, ${MARGIN}px)`,
              width: map.width,
              height: map.height,
            }}
          >
            {map.boxes.map(({ group, x, y, width, height }) => (
              <div
                key={group ?? ''}
                className="absolute rounded-lg border border-line bg-sunken"
                style={{ left: x, top: y, width, height }}
              />
            ))}
            <FlowMapEdges map={map} lit={lit} step={step} onStep={onStep} />
            {map.boxes.map(({ group, x, y, width }) => (
              // Over the lines, which end for it.
              <span
                key={group ?? ''}
                className="pointer-events-none absolute truncate bg-sunken px-1 text-xs font-medium text-ink-2"
                style={{ left: x + BOX_SIDE - 4, top: y + 7, maxWidth: width - BOX_SIDE }}
              >
                {group === null ? 'No domain' : domains.get(group)}
              </span>
            ))}
            {map.nodes.map((node) => (
              <TypeName
                key={node.name}
                node={node}
                kind={typeOf.get(node.name)?.kind ?? null}
                isReached={node.name === current?.name}
                isSelected={node.name === at}
                isNear={node.name === lit || beside.has(node.name)}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}

interface TypeNameProps {
  node: MapNode
  kind: FlowType['kind']
  /** The one that the Tab key reaches. */
  isReached: boolean
  isSelected: boolean
  /** Stands out with its steps, or beside what does. */
  isNear: boolean
}

const TypeName = memo(function TypeName({ node, kind, isReached, isSelected, isNear }: TypeNameProps) {
  const { name, x, y, width } = node
  return (
    <button
      type="button"
      data-opens={name}
      data-near={isNear || undefined}
      tabIndex={isReached ? 0 : -1}
      aria-pressed={isSelected}
      title={name}
      className={classNames(
        'absolute flex items-center gap-1.5 overflow-hidden rounded-md border bg-surface px-2 text-left font-mono text-xs whitespace-nowrap hover:border-ink-3',
        '[[data-lit]_&:not([data-near])>*]:opacity-45',
        isSelected ? 'border-ink' : 'border-line-strong',
      )}
      style={{ left: x, top: y, width, height: NODE_HEIGHT }}
    >
      <EventName name={name} kind={kind} className="truncate" />
    </button>
  )
})

/** Of what a pointer or the focus is on. */
function nameAt(target: EventTarget): string | null {
  return (target as Element).closest<HTMLElement>('[data-opens]')?.dataset.opens ?? null
}

function nodeOf(canvas: HTMLElement | null, name: string): HTMLElement | null {
  return canvas?.querySelector<HTMLElement>(`[data-opens="${CSS.escape(name)}"]`) ?? null
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

function roomForBoxes(): number {
  const { clientWidth } = document.documentElement
  const room = clientWidth - (clientWidth < BESIDE.from ? 0 : BESIDE.width)
  return Math.max(LEAST_WIDTH, Math.floor(room / WIDTH_STEP) * WIDTH_STEP)
}

function neighboursOf(edges: readonly FlowEdge[], name: string | null): ReadonlySet<string> {
  return new Set(edges.flatMap(({ from, to }) => (from === name ? [to] : to === name ? [from] : [])))
}

'use client'

import '@xyflow/react/dist/base.css'
import { Background, Controls, MiniMap, Position, ReactFlow, type ReactFlowInstance } from '@xyflow/react'
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { layoutGraph, type Places } from '@/lib/client/layout-graph'
import type { ViewChain } from '@/lib/domain/chain-view/chain-view'
import { openAt, zoomToFit, type Rectangle } from '@/lib/domain/chain-view/graph-opening'
import {
  matchGraph,
  MISSING,
  typeGraph,
  type TypeEdge,
  type TypeNode,
} from '@/lib/domain/chain-view/type-graph'
import { EdgeTable } from './edge-table'
import { GraphSkeleton } from './graph-skeleton'
import { TypeEdgeLine, typeLines, type TypeLine } from './type-edge-line'
import { NODE_HEIGHT, NODE_WIDTH, TypeNodeBox, type TypeBox } from './type-node-box'

interface ChainGraphProps {
  chain: ViewChain
  /** Type of the event that is selected: marked, and what the graph opens at where the filter matches it. */
  here: string | undefined
  /** By member, 1 where it matches the filter; null while none is set. */
  matched: Uint8Array | null
  /** Shows the events of a type in the tree. */
  onOpenType: (type: string) => void
}

const nodeTypes = { type: TypeNodeBox }
const edgeTypes = { line: TypeEdgeLine }
/** What need not be measured: else each box would be drawn for that, also those out of sight. */
const KNOWN = {
  width: NODE_WIDTH,
  height: NODE_HEIGHT,
  measured: { width: NODE_WIDTH, height: NODE_HEIGHT },
  handles: (['target', 'source'] as const).map((type) => ({
    type,
    position: type === 'target' ? Position.Left : Position.Right,
    x: type === 'target' ? 0 : NODE_WIDTH - 1,
    y: NODE_HEIGHT / 2 - 0.5,
    width: 1,
    height: 1,
  })),
}
/** From this size on the boxes can be read. */
const READABLE = 0.75
/** Its size, as low as what is left free below the boxes of a graph that is wider than its pane. */
const SMALL_PICTURE = { width: 160, height: 64 }
/** Share of the pane that stays free around a graph that fits it. */
const PADDING = 0.06
/** Pixels above and below the boxes together. */
const MARGIN = 120

/** The chain by event types: each type once, with how often one led to another, and after how long. */
export function ChainGraph({ chain, here, matched, onOpenType }: ChainGraphProps) {
  const graph = useMemo(() => typeGraph(chain), [chain])
  const matches = useMemo(() => (matched === null ? null : matchGraph(chain, matched)), [chain, matched])
  const places = usePlaces(graph)
  // What one looks for is what it opens at.
  const first = matches === null || matches.types.has(here ?? '') ? here : [...matches.types.keys()][0]
  const pane = useRef<HTMLDivElement>(null)
  const [fits, setFits] = useState(true)
  const nodes = useMemo<TypeBox[]>(
    () =>
      graph.nodes.map((node) => {
        const isHere = node.id === here
        const matching = matches && (matches.types.get(node.id) ?? 0)
        return {
          id: node.id,
          type: 'type' as const,
          data: { node, isHere, matching },
          position: places?.get(node.id) ?? { x: 0, y: 0 },
          ...KNOWN,
          draggable: false,
          connectable: false,
          ariaRole: node.id === MISSING ? ('group' as const) : ('button' as const),
          ariaLabel: labelOf(node, isHere, matching),
        }
      }),
    [graph, places, here, matches],
  )
  const [near, setNear] = useState<string | null>(null)
  const dimmed = useCallback((edge: TypeEdge) => matches !== null && !matches.isArrow(edge), [matches])
  const edges = useMemo(
    () => (places === null ? [] : typeLines(graph.edges, { places, near, dimmed })),
    [graph, places, near, dimmed],
  )
  return (
    <div className="flex min-w-0 flex-col">
      {places === null ? (
        <GraphSkeleton types={graph.nodes.length} />
      ) : (
        <div
          ref={pane}
          className="max-h-[calc(100dvh-16rem)] min-h-72 border-b border-line"
          style={{ height: heightOf(places) }}
        >
          <ReactFlow
            aria-label="Event types of the chain"
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onInit={(view) => void show(view, places, first ?? here, pane.current).then(setFits)}
            minZoom={0.05}
            maxZoom={2}
            nodesDraggable={false}
            nodesConnectable={false}
            edgesFocusable={false}
            onlyRenderVisibleElements
            proOptions={{ hideAttribution: true }}
            onNodeClick={(_, node) => node.id !== MISSING && onOpenType(node.id)}
            onNodeMouseEnter={(_, node) => setNear(node.id)}
            onNodeMouseLeave={() => setNear(null)}
            onFocus={({ target }) => setNear(nodeAt(target))}
            onBlur={() => setNear(null)}
            onKeyDown={(event) => {
              const id = nodeAt(event.target)
              if (event.key !== 'Enter' || id === null || id === MISSING) return
              event.preventDefault()
              onOpenType(id)
            }}
          >
            <Background gap={24} color="var(--line)" />
            <Controls showInteractive={false} />
            {!fits && (
              <MiniMap<TypeBox>
                pannable
                ariaLabel="The whole graph"
                className="!hidden overflow-hidden rounded-md border border-line-strong md:!block"
                style={SMALL_PICTURE}
                bgColor="var(--surface)"
                maskColor="color-mix(in oklab, var(--sunken) 70%, transparent)"
                nodeColor={({ data }) => inkOf(data)}
                nodeStrokeColor={({ data }) => inkOf(data)}
                nodeStrokeWidth={8}
              />
            )}
          </ReactFlow>
        </div>
      )}
      <EdgeTable edges={graph.edges} dimmed={dimmed} onOpenType={onOpenType} />
    </div>
  )
}

/**
 * All of it where one can still read it so, else at a type. Answers whether all of it fits. Found out without drawing all
 * of it: 300 boxes at once would hold the page up for half a second.
 */
async function show(
  view: ReactFlowInstance<TypeBox, TypeLine>,
  places: Places,
  at: string | undefined,
  pane: HTMLElement | null,
): Promise<boolean> {
  const size = { width: pane?.clientWidth ?? 0, height: pane?.clientHeight ?? 0 }
  const graph = boundsOf(places)
  if (pane === null || zoomToFit(graph, size, PADDING) >= READABLE) {
    await view.fitView({ maxZoom: 1, padding: PADDING })
    return true
  }
  const place = places.get(at ?? '') ?? places.values().next().value ?? { x: 0, y: 0 }
  const box = { ...place, width: NODE_WIDTH, height: NODE_HEIGHT }
  await view.setViewport(openAt(box, graph, size, READABLE, MARGIN / 3))
  return false
}

function boundsOf(places: Places): Rectangle {
  const all = [...places.values()]
  const x = Math.min(...all.map((place) => place.x))
  const y = Math.min(...all.map((place) => place.y))
  return {
    x,
    y,
    width: Math.max(...all.map((place) => place.x)) + NODE_WIDTH - x,
    height: Math.max(...all.map((place) => place.y)) + NODE_HEIGHT - y,
  }
}

/** The colour of a box in the small picture of the whole. */
function inkOf({ node, isHere, matching }: TypeBox['data']): string {
  if (matching === 0) return 'var(--line-strong)'
  if (node.invalid > 0) return 'var(--breaking)'
  if (node.id === MISSING) return 'var(--risky)'
  return isHere ? 'var(--accent)' : 'var(--ink-3)'
}

/** As much as the boxes need, up to a screenful. */
function heightOf(places: Places): number {
  const lowest = Math.max(...[...places.values()].map(({ y }) => y))
  return Math.min(800, lowest + NODE_HEIGHT + MARGIN)
}

function labelOf({ id, count }: TypeNode, isHere: boolean, matching: number | null): string {
  if (id === MISSING) return `Not received, ${count}`
  const events = `${count} ${count === 1 ? 'event' : 'events'}`
  const filter =
    matching === null ? '' : `, ${matching} of them ${matching === 1 ? 'matches' : 'match'} the filter`
  return `${id}, ${events}${filter}${isHere ? ', the selected one among them' : ''}. Enter shows them in the tree.`
}

/** Where the boxes lie; null until the worker has found out. */
function usePlaces(graph: ReturnType<typeof typeGraph>): Places | null {
  const [found, setFound] = useState<{ graph: typeof graph; places: Places } | null>(null)
  useEffect(() => {
    const ended = new AbortController()
    const nodes = graph.nodes.map(({ id }) => ({ id, width: NODE_WIDTH, height: NODE_HEIGHT }))
    layoutGraph({ nodes, edges: graph.edges }, ended.signal).then(
      (places) => {
        // Many boxes and arrows are drawn at once: between them the browser may listen.
        if (!ended.signal.aborted) startTransition(() => setFound({ graph, places }))
      },
      (error: unknown) => {
        if (!ended.signal.aborted) throw error
      },
    )
    return () => ended.abort()
  }, [graph])
  // While late events are drawn in, the picture before stays.
  return found?.places ?? null
}

/** The type whose box an event came from. */
function nodeAt(target: EventTarget): string | null {
  return (target as Element).closest('.react-flow__node')?.getAttribute('data-id') ?? null
}

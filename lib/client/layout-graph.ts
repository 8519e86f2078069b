import ELK, { type ElkNode } from 'elkjs/lib/elk-api'

/** Boxes and the arrows between them, as a layout needs them. Sizes and places in pixels. */
export interface Boxes {
  nodes: readonly { id: string; width: number; height: number }[]
  /** The weightiest first. */
  edges: readonly { from: string; to: string }[]
}

export type Places = ReadonlyMap<string, { x: number; y: number }>

/** Larger graphs are laid out with less care for crossings: what is left to see is the same. */
const CAREFUL = 120

/**
 * Places boxes in layers from left to right, in a worker of our own origin: 300 boxes would hold up the page for a second.
 * @param signal ends the worker with the work
 */
export async function layoutGraph({ nodes, edges }: Boxes, signal: AbortSignal): Promise<Places> {
  const elk = new ELK({
    workerFactory: () => new Worker(new URL('elkjs/lib/elk-worker.min.js', import.meta.url)),
  })
  signal.addEventListener('abort', () => elk.terminateWorker())
  try {
    const { children = [] } = await elk.layout(graphOf(nodes, edges))
    return new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]))
  } finally {
    elk.terminateWorker()
  }
}

function graphOf(nodes: Boxes['nodes'], edges: Boxes['edges']): ElkNode {
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.layered.spacing.nodeNodeBetweenLayers': '96',
      'elk.spacing.nodeNode': '20',
      ...(nodes.length > CAREFUL
        ? {
            // 300 boxes take a second so, and four with more care.
            'elk.layered.thoroughness': '1',
            'elk.layered.nodePlacement.strategy': 'SIMPLE',
            'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
          }
        : { 'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES' }),
    },
    children: nodes.map(({ id, width, height }) => ({ id, width, height })),
    edges: weighty(edges, nodes.length > CAREFUL).map(({ from, to }, index) => ({
      id: `e${index}`,
      sources: [from],
      targets: [to],
    })),
  }
}

/** What the places follow: of many boxes only the weightiest arrow into each. The others are drawn where that leaves them. */
function weighty(edges: Boxes['edges'], only: boolean): Boxes['edges'] {
  const reached = new Set<string>()
  return edges.filter(({ from, to }) => {
    if (from === to || (only && reached.has(to))) return false
    reached.add(to)
    return true
  })
}

import ELK, { type ElkNode, type LayoutOptions } from 'elkjs/lib/elk-api'

/** Boxes and the arrows between them, as a layout needs them. Sizes and places in pixels. */
export interface Boxes {
  nodes: readonly { id: string; width: number; height: number }[]
  /** The weightiest first. */
  edges: readonly { from: string; to: string }[]
}

export type Places = ReadonlyMap<string, { x: number; y: number }>

/** Larger graphs are laid out with less care for crossings: what is left to see is the same. */
const CAREFUL = { nodes: 120, edges: 100 }
/** Of more arrows the weightiest into each box say where it lies. */
const MOST_EDGES = 300
const EDGES_A_BOX = 3

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
      ...care(nodes.length, edges.length),
    },
    children: nodes.map(({ id, width, height }) => ({ id, width, height })),
    edges: weighty(edges, mostInto(nodes.length, edges.length)).map(({ from, to }, index) => ({
      id: `e${index}`,
      sources: [from],
      targets: [to],
    })),
  }
}

/** 300 boxes take a second so, and four with more care; 40 boxes with 250 arrows half a second, and six. */
function care(nodes: number, edges: number): LayoutOptions {
  if (nodes > CAREFUL.nodes)
    return {
      'elk.layered.thoroughness': '1',
      'elk.layered.nodePlacement.strategy': 'SIMPLE',
      'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
    }
  if (edges > CAREFUL.edges) return { 'elk.layered.thoroughness': '1' }
  return { 'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES' }
}

function mostInto(nodes: number, edges: number): number {
  if (nodes > CAREFUL.nodes) return 1
  return edges > MOST_EDGES ? EDGES_A_BOX : Infinity
}

/** What the places follow: the weightiest arrows into each box. The others are drawn where that leaves them. */
function weighty(edges: Boxes['edges'], most: number): Boxes['edges'] {
  const reached = new Map<string, number>()
  return edges.filter(({ from, to }) => {
    const before = reached.get(to) ?? 0
    if (from === to || before >= most) return false
    reached.set(to, before + 1)
    return true
  })
}

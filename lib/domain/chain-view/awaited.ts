import type { ToldExpectation } from '../flow/expectation-text'
import { placeOf } from './chain-places'
import type { ViewChain } from './chain-view'
import type { ChainTree } from './tree'

/** What is expected after one event of the chain. */
export interface AwaitedStep extends ToldExpectation {
  readonly event_id: string
}

/** The steps that a chain waits for. */
export interface Awaited {
  /** By the node that waits: at most one step a node, in time or overdue. */
  readonly steps: ReadonlyMap<number, AwaitedStep>
  /** Nodes whose step is overdue, in order. */
  readonly overdue: Int32Array
  /** Nodes whose step became known after they were drawn: a row for it would move what one reads. */
  readonly held: ReadonlySet<number>
}

export const NOTHING_AWAITED: Awaited = { steps: new Map(), overdue: new Int32Array(0), held: new Set() }

/**
 * Puts what is expected beside the nodes of a tree. What has come since it was asked is left out: the chain is read more
 * often than its expectations.
 * @param moment milliseconds since 1970, for a tree of what was known then: a step that is missing today is judged as of
 * then. A step that came since is not among what is expected today, and so not told.
 * @param drawn ids of the events that were drawn with their step; the steps of the others are held
 */
export function awaitedSteps(
  tree: ChainTree,
  expected: readonly AwaitedStep[],
  moment: number | null,
  drawn?: ReadonlySet<string>,
): Awaited {
  const waiting = expected.filter(({ state }) => state === 'overdue' || state === 'in-time')
  if (waiting.length === 0) return NOTHING_AWAITED
  const steps = new Map<number, AwaitedStep>()
  for (const [member, step] of inReadingOrder(tree.chain, waiting)) {
    const node = tree.nodeOf[member]!
    const judged = moment === null ? step : judgedAt(step, moment - tree.chain.members[member]!.created)
    if (!hasCome(tree, node, judged)) steps.set(node, judged)
  }
  const overdue = [...steps].filter(([, { state }]) => state === 'overdue').map(([node]) => node)
  const late = drawn === undefined ? [] : [...steps].filter(([, { event_id }]) => !drawn.has(event_id))
  return {
    steps,
    overdue: Int32Array.from(overdue).sort(),
    held: new Set(late.map(([node]) => node)),
  }
}

/** The steps whose events are here, by the places of those. */
function inReadingOrder(chain: ViewChain, steps: readonly AwaitedStep[]): [member: number, AwaitedStep][] {
  return steps
    .map((step): [number, AwaitedStep] => [placeOf(chain, step.event_id), step])
    .filter(([member]) => member !== -1)
    .sort(([a], [b]) => a - b)
}

function judgedAt(step: AwaitedStep, waited: number): AwaitedStep {
  const isOverdue = step.due_ms !== null && waited > step.due_ms
  return { ...step, waited_ms: waited, state: isOverdue ? 'overdue' : 'in-time' }
}

/** One of the alternatives; beside others, what is still in time is not waited for, as where it is judged. */
function hasCome(tree: ChainTree, node: number, { state, alternatives }: AwaitedStep): boolean {
  for (let child = node + 1; child < tree.end[node]!; child = tree.end[child]!) {
    const type = tree.chain.members[tree.member[child]!]?.type
    if (state === 'in-time' || alternatives.some((one) => one.type === type)) return true
  }
  return false
}

/** Overdue steps of the nodes from `from` to before `to`. */
export function countOverdue({ overdue }: Awaited, from: number, to: number): number {
  return overdue.length === 0 ? 0 : firstFrom(overdue, to) - firstFrom(overdue, from)
}

/** Index of the first node that is not before `node`; by halves. */
function firstFrom(nodes: Int32Array, node: number): number {
  let low = 0
  let high = nodes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (nodes[middle]! < node) low = middle + 1
    else high = middle
  }
  return low
}

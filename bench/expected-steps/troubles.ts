import { knownType } from '@/cli/simulator/catalog'
import { Random } from '@/cli/simulator/random'
import type { Trouble } from '@/cli/simulator/simulation'

const HOUR = 3_600_000

/** What goes wrong in a company beside the everyday: none of these is among the accidents the thresholds were chosen on. */
export const troubleKinds = ['outage', 'creeping', 'one-host', 'dead-service', 'slow'] as const
export type TroubleKind = (typeof troubleKinds)[number]

interface Planned {
  kind: TroubleKind
  edge: string
  from: number
  to: number
}

export interface Stopped {
  parentId: string
  type: string
}

/**
 * Draws troubles for a span of time: steps that stop wholly for hours, that stop more and more often over days, on one
 * of three hosts only, because a service died, and steps that only take four times as long (nothing to be found there).
 * @param edges `From>To`, those that may be hit
 */
export function drawTroubles(seed: string, edges: readonly string[], from: number, to: number) {
  const random = new Random(`${seed}/troubles`)
  const planned: Planned[] = []
  for (const kind of troubleKinds)
    for (let i = 0; i < 6; i++) {
      const start = from + random.unit() * (to - from) * 0.8
      const hours = { outage: 5, creeping: 48, 'one-host': 24, 'dead-service': 3, slow: 12 }[kind]
      const length = hours * (0.5 + random.unit()) * HOUR
      planned.push({ kind, edge: random.pick(edges), from: start, to: Math.min(to, start + length) })
    }
  const stopped: Stopped[] = []
  const chance = new Random(`${seed}/chance`)
  const trouble: Trouble = {
    stops: (edge, parent, at) =>
      planned.some((one) => {
        if (at < one.from || at > one.to) return false
        switch (one.kind) {
          case 'outage':
            return one.edge === edge
          case 'creeping':
            return one.edge === edge && chance.chance((0.8 * (at - one.from)) / (one.to - one.from))
          case 'one-host':
            return one.edge === edge && hostOf(parent.id) === 0
          case 'dead-service':
            return producerOf(edge) === producerOf(one.edge)
          case 'slow':
            return false
        }
      }),
    slows: (edge, at) =>
      planned.some((one) => one.kind === 'slow' && one.edge === edge && at >= one.from && at <= one.to)
        ? 4
        : 1,
    onStop: (parent, type) => stopped.push({ parentId: parent.id, type }),
  }
  return { trouble, stopped }
}

function producerOf(edge: string): string {
  return knownType(edge.split('>')[1]!).producers[0] ?? ''
}

function hostOf(id: string): number {
  let sum = 0
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) >>> 0
  return sum % 3
}

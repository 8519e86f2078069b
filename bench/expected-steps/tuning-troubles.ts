import { Random } from '@/cli/simulator/random'
import type { Trouble } from '@/cli/simulator/simulation'
import type { Stopped } from './troubles'

const HOUR = 3_600_000

/** Other kinds of trouble than those of `troubles.ts`: to choose thresholds by, and never to tell figures of. */
const tuningKinds = { leak: 30, nightly: 96, bursts: 36, 'every-other': 10, sluggish: 20 } as const
type TuningKind = keyof typeof tuningKinds

interface Planned {
  kind: TuningKind
  edge: string
  from: number
  to: number
}

/**
 * Draws troubles for a span of time: steps of which every third is lost, that stop at night or for some minutes of each
 * hour, of which every other one stops, and steps that only take half as long again (nothing to be found there).
 * @param edges `From>To`, those that may be hit
 */
export function drawTuningTroubles(seed: string, edges: readonly string[], from: number, to: number) {
  const random = new Random(`${seed}/tuning`)
  const planned: Planned[] = []
  for (const kind of Object.keys(tuningKinds) as TuningKind[])
    for (let i = 0; i < 6; i++) {
      const start = from + random.unit() * (to - from) * 0.85
      const length = tuningKinds[kind] * (0.5 + random.unit()) * HOUR
      planned.push({ kind, edge: random.pick(edges), from: start, to: Math.min(to, start + length) })
    }
  const isHit = (one: Planned, edge: string, at: number) =>
    one.edge === edge && at >= one.from && at <= one.to
  const stopped: Stopped[] = []
  const chance = new Random(`${seed}/tuning-chance`)
  const trouble: Trouble = {
    stops: (edge, _parent, at) =>
      planned.some((one) => {
        if (!isHit(one, edge, at)) return false
        switch (one.kind) {
          case 'leak':
            return chance.chance(1 / 3)
          case 'nightly':
            return new Date(at).getUTCHours() < 5
          case 'bursts':
            return Math.floor(at / 600_000) % 5 === 0
          case 'every-other':
            return chance.chance(1 / 2)
          case 'sluggish':
            return false
        }
      }),
    slows: (edge, at) => (planned.some((one) => one.kind === 'sluggish' && isHit(one, edge, at)) ? 1.5 : 1),
    onStop: (parent, type) => stopped.push({ parentId: parent.id, type }),
  }
  return { trouble, stopped }
}

import { simulateHistory } from '@/cli/simulator/history'
import { judgeWaiting } from '@/lib/domain/flow/expectation'
import { lagMeter } from './lag-meter'
import { learn } from './learn'
import { childrenOf, store, type Stored } from './stored'
import { drawTroubles } from './troubles'

const DAY = 86_400_000
/** An edge may be hit by trouble where at least this part of its causes leads on. */
const USUAL = 0.9

export interface Figures {
  events: number
  /** Steps that stopped, where the memory expects one and its deadline has passed. */
  stopped: number
  found: number
  /** Stopped so late that it was still in time at the end. */
  inTime: number
  /** Stopped where no step is expected: too little history, or too few lead on. */
  notExpected: number
  alarms: number
  /** Alarms for steps that nothing had stopped. */
  falseAlarms: number
  /** Events that were judged at their deadline. */
  judged: number
}

/**
 * Simulates a company, learns from the first three quarters of its time, lets troubles loose in the last quarter, and
 * judges every event of it at its deadline by what had been received until then.
 */
export function measureExpectations(seed: string, events: number, draw = drawTroubles, days = 40): Figures {
  const end = Date.UTC(2026, 2, 14, 20)
  const request = { seed, end, days, events }
  const split = end - (days / 4) * DAY
  const usual = store(
    simulateHistory({ ...request, seed: `${seed}/usual`, events: Math.min(events, 40_000) }),
  )
  const { trouble, stopped } = draw(seed, usualEdges(usual), split, end)
  const all = store(simulateHistory({ ...request, trouble }))
  const children = childrenOf(all)
  const memory = learn(all, children, split)
  const lag = lagMeter(all)
  const stops = new Set(stopped.map(({ parentId, type }) => `${parentId}>${type}`))

  const figures: Figures = {
    events: all.size,
    stopped: 0,
    found: 0,
    inTime: 0,
    notExpected: 0,
    alarms: 0,
    falseAlarms: 0,
    judged: 0,
  }
  for (const event of all.values()) {
    if (event.at < split) continue
    const history = memory(event)
    for (const step of history?.steps ?? []) {
      const types = step.types.map(({ type }) => type)
      const late = Math.max(0, ...types.map((type) => lag(type, event.at + step.deadline)))
      const due = event.at + step.deadline + late
      // Of several effects of one type one may be missing: that is no step that stopped.
      const cameAtAll = (children.get(event.id) ?? []).some(({ type }) => types.includes(type))
      const wasStopped = !cameAtAll && types.some((type) => stops.has(`${event.id}>${type}`))
      for (const type of types) stops.delete(`${event.id}>${type}`)
      if (due >= end) {
        if (wasStopped) figures.inTime++
        continue
      }
      figures.judged++
      const followers = (children.get(event.id) ?? [])
        .filter(({ received }) => received <= due)
        .map(({ type }) => type)
      const state = judgeWaiting(
        { ...history!, steps: [step] },
        { waited: due - event.at + 1, followers, lag: late, fields: event.fields },
      )?.state
      if (state === 'overdue') {
        figures.alarms++
        if (!wasStopped) figures.falseAlarms++
      }
      if (wasStopped) {
        figures.stopped++
        if (state === 'overdue') figures.found++
      }
    }
  }
  for (const stop of stops)
    if ((all.get(stop.slice(0, stop.lastIndexOf('>')))?.at ?? 0) >= split) figures.notExpected++
  return figures
}

function usualEdges(all: ReadonlyMap<string, Stored>): string[] {
  const children = childrenOf(all)
  const causes = new Map<string, number>()
  const edges = new Map<string, number>()
  for (const event of all.values()) {
    causes.set(event.type, (causes.get(event.type) ?? 0) + 1)
    for (const type of new Set((children.get(event.id) ?? []).map((child) => child.type)))
      edges.set(`${event.type}>${type}`, (edges.get(`${event.type}>${type}`) ?? 0) + 1)
  }
  return [...edges]
    .filter(([edge, count]) => count >= USUAL * causes.get(edge.split('>')[0]!)!)
    .map(([edge]) => edge)
}

import { simulateHistory } from '@/cli/simulator/history'
import { judgeWaiting } from '@/lib/domain/flow/expectation'
import { producerLag, usualLag } from '@/lib/domain/flow/lag'
import { learnHistory, type PastEvent, type StepHistory } from '@/lib/domain/flow/step-history'
import { drawTroubles } from './troubles'

const DAY = 86_400_000
/** As the server samples: what is learned from one type and version, at most. */
const SAMPLE = 2_000
/** An edge may be hit by trouble where at least this part of its causes leads on. */
const USUAL = 0.9
/** Deliveries that tell how late a producer is, and how late they usually are. */
const RECENT = 20
const DELIVERIES = 2_000

interface Stored {
  id: string
  type: string
  version: string
  parentId: string | null
  at: number
  received: number
}

export interface Figures {
  events: number
  /** Steps that stopped, where the memory expects one and its deadline has passed. */
  stopped: number
  found: number
  /** Stopped where nothing was expected (no history, or too rare a step), or where it was still in time at the end. */
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
export function measureExpectations(seed: string, events: number, days = 40): Figures {
  const end = Date.UTC(2026, 2, 14, 20)
  const request = { seed, end, days, events }
  const split = end - (days / 4) * DAY
  const usual = store(
    simulateHistory({ ...request, seed: `${seed}/usual`, events: Math.min(events, 40_000) }),
  )
  const { trouble, stopped } = drawTroubles(seed, usualEdges(usual), split, end)
  const all = store(simulateHistory({ ...request, trouble }))
  const children = childrenOf(all)
  const memory = learn(all, children, split)
  const lag = lagMeter(all)
  const stops = new Set(stopped.map(({ parentId, type }) => `${parentId}>${type}`))

  const figures: Figures = {
    events: all.size,
    stopped: 0,
    found: 0,
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
        if (wasStopped) figures.notExpected++
        continue
      }
      figures.judged++
      const followers = (children.get(event.id) ?? [])
        .filter(({ received }) => received <= due)
        .map(({ type }) => type)
      const state = judgeWaiting(
        { ...history!, steps: [step] },
        { waited: due - event.at + 1, followers, lag: late },
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

interface Sent {
  text: string
  sentAt: number
}

/** What the catalog would have stored: each id once, broken envelopes not at all. */
function store(messages: Iterable<Sent>): Map<string, Stored> {
  const all = new Map<string, Stored>()
  for (const { text, sentAt } of messages) {
    const meta = metaOf(text)
    if (meta === undefined || all.has(meta.event_id)) continue
    all.set(meta.event_id, {
      id: meta.event_id,
      type: meta.schema.name,
      version: meta.schema.version,
      parentId: meta.parent_event_id ?? null,
      at: Date.parse(meta.created_at),
      received: sentAt,
    })
  }
  return all
}

interface Meta {
  event_id: string
  parent_event_id?: string
  created_at: string
  schema: { name: string; version: string }
}

function metaOf(text: string): Meta | undefined {
  try {
    const { meta } = JSON.parse(text) as { meta?: Partial<Meta> }
    const isWhole =
      typeof meta?.event_id === 'string' &&
      typeof meta.created_at === 'string' &&
      typeof meta.schema?.name === 'string'
    return isWhole && !Number.isNaN(Date.parse(meta.created_at!)) ? (meta as Meta) : undefined
  } catch {
    return undefined
  }
}

function childrenOf(all: ReadonlyMap<string, Stored>): Map<string, Stored[]> {
  const children = new Map<string, Stored[]>()
  for (const event of all.values()) {
    if (event.parentId === null) continue
    const list = children.get(event.parentId)
    if (list) list.push(event)
    else children.set(event.parentId, [event])
  }
  return children
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

/** Histories by type, version and what came before; where that is too little, by type and version. */
function learn(
  all: ReadonlyMap<string, Stored>,
  children: ReadonlyMap<string, readonly Stored[]>,
  until: number,
) {
  const past = new Map<string, PastEvent[]>()
  for (const event of [...all.values()].sort((a, b) => b.at - a.at)) {
    if (event.at >= until) continue
    const first = new Map<string, { type: string; delay: number }>()
    for (const { type, at, received } of children.get(event.id) ?? []) {
      if (received > until) continue
      const known = first.get(type)
      first.set(type, {
        type,
        delay: Math.max(0, Math.min(known?.delay ?? Infinity, at - event.at)),
      })
    }
    const key = `${event.type} ${event.version}`
    const list = past.get(key)
    const seen: PastEvent = {
      waited: until - event.at,
      followers: [...first.values()],
    }
    if (list === undefined) past.set(key, [seen])
    else if (list.length < SAMPLE) list.push(seen)
  }
  const learned = new Map<string, StepHistory>()
  for (const [key, events] of past) learned.set(key, learnHistory(events))
  return (event: Stored) => learned.get(`${event.type} ${event.version}`)
}

/**
 * How late what is produced comes in, at a moment: nearly all of the last deliveries of all were quicker, and half of
 * the last ones of this type. Milliseconds.
 */
function lagMeter(all: ReadonlyMap<string, Stored>) {
  const ofAll: Delivery[] = []
  const ofType = new Map<string, Delivery[]>()
  for (const { type, at, received } of [...all.values()].sort((a, b) => a.received - b.received)) {
    const delivery = { received, lag: received - at }
    ofAll.push(delivery)
    const list = ofType.get(type)
    if (list) list.push(delivery)
    else ofType.set(type, [delivery])
  }
  const usual = new Map<number, number>()
  return (type: string, moment: number): number => {
    const hour = Math.floor(moment / 3_600_000)
    if (!usual.has(hour))
      usual.set(hour, usualLag(lastBefore(ofAll, moment, DELIVERIES).map(({ lag }) => lag)))
    const own = lastBefore(ofType.get(type) ?? [], moment, RECENT).map(({ lag }) => lag)
    return Math.max(usual.get(hour)!, producerLag(own))
  }
}

interface Delivery {
  received: number
  lag: number
}

function lastBefore(list: readonly Delivery[], moment: number, count: number): Delivery[] {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.received <= moment) low = middle + 1
    else high = middle
  }
  return list.slice(Math.max(0, low - count), low)
}

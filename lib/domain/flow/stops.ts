import { delayQuantile, partWithin, type DelayCount } from './delay'

const HOUR_MS = 3_600_000
/** Fewer missing steps than this are everyday. */
const LEAST_MISSING = 5
/** At least this part of what was expected has to be missing. */
const LEAST_PART = 0.2
/** Standard deviations of chance that a stop has to exceed; thousands of hours are looked at, so a few are not enough. */
const DEVIATIONS = 5
/** Up to this part of what was expected may be missing without adding up to anything. */
const SLACK = 0.1
/** Where other steps took the place of so many of the missing ones, the flow turned and did not stop. */
const TURNED = 0.6

/** An edge hour by hour: how many causes came, and how many of them led on so far. */
export interface EdgeHours {
  readonly from: string
  readonly to: string
  readonly delays: readonly DelayCount[]
  /** Milliseconds by which effects usually come in later than their causes, beside their delay; 0 where left out. */
  readonly lag?: number
  readonly hours: readonly { at: number; causes: number; count: number }[]
}

export interface Stop {
  from: string
  to: string
  /** First and last hour of the stop, by when the causes were received. */
  since: number
  until: number
  /** Whether it reaches to the last hours that can be judged. */
  ongoing: boolean
  causes: number
  count: number
  expected: number
  missing: number
  /** Effects a cause outside of the stop. */
  usual: number
}

/**
 * The spans of time in which clearly fewer causes led on than usual. What could not have come by `now` is not missing:
 * each hour counts as far as its delays, and what its producers are usually late, have passed. At most one stop of an edge, the largest, of each span.
 */
export function findStops(edges: readonly EdgeHours[], now: number): Stop[] {
  const stops = edges.flatMap((edge) => stopsOf(edge, now))
  const byCause = groupByCause(edges)
  return stops.filter((stop) => !hasTurned(stop, byCause.get(stop.from) ?? [], now))
}

/** The steps of each cause. What is said of one depends on the others of its cause alone. */
export function groupByCause(edges: readonly EdgeHours[]): Map<string, EdgeHours[]> {
  const byCause = new Map<string, EdgeHours[]>()
  for (const edge of edges) {
    const known = byCause.get(edge.from)
    if (known) known.push(edge)
    else byCause.set(edge.from, [edge])
  }
  return byCause
}

function stopsOf(edge: EdgeHours, now: number): Stop[] {
  const given = timesFor(edge, now)
  const first = rateOf(edge, given, () => true)
  // Once more with what is usual without the stops themselves.
  const spans = spansOf(edge, given, first, now)
  if (spans.length === 0) return []
  const usual = rateOf(edge, given, ({ at }) => !spans.some(({ since, until }) => at >= since && at <= until))
  return spansOf(edge, given, usual, now)
}

/** Effects a cause that was given the time for them. @param given as `timesFor` */
function rateOf(
  edge: EdgeHours,
  given: readonly number[],
  wanted: (hour: EdgeHours['hours'][number]) => boolean,
): number {
  let [causes, count] = [0, 0]
  for (const [index, hour] of edge.hours.entries()) {
    if (!wanted(hour)) continue
    causes += hour.causes * given[index]!
    count += hour.count
  }
  return causes === 0 ? 0 : count / causes
}

/** Of each hour of an edge the part of its delays for which there was time, worked out once: hours are gone over again and again. */
function timesFor(edge: EdgeHours, now: number): number[] {
  return edge.hours.map(({ at }) => timeFor(edge, at, now))
}

/** The part of its delays that has passed since the middle of an hour, as far as one could have heard of it. */
function timeFor({ delays, lag = 0 }: EdgeHours, at: number, now: number): number {
  return partWithin(delays, Math.max(0, now - lag - at - HOUR_MS / 2))
}

/** Sums up what is missing hour by hour, and cuts where the sum begins and where it is greatest. */
function spansOf(edge: EdgeHours, given: readonly number[], usual: number, now: number): Stop[] {
  const stops: Stop[] = []
  const settle = (delayQuantile(edge.delays, 0.9) ?? 0) + (edge.lag ?? 0)
  let [sum, best] = [0, 0]
  let open: Stop | null = null
  let pending: { hour: EdgeHours['hours'][number]; part: number }[] = []
  const close = () => {
    if (open !== null && isClear(open)) stops.push(open)
    open = null
    pending = []
    sum = best = 0
  }
  for (const [index, hour] of edge.hours.entries()) {
    const expected = hour.causes * usual * given[index]!
    if (open === null && hour.count >= expected) continue
    sum += expected - hour.count - SLACK * expected
    if (sum <= 0) {
      close()
      continue
    }
    open ??= emptyStop(edge, hour.at, usual)
    pending.push({ hour, part: expected })
    if (sum < best) {
      if (best - sum > Math.max(LEAST_MISSING, best / 3)) close()
      continue
    }
    best = sum
    for (const {
      hour: { at, causes, count },
      part,
    } of pending) {
      open.until = at
      open.causes += causes
      open.count += count
      open.expected += part
      open.missing += part - count
    }
    pending = []
  }
  const last: Stop | null = open
  close()
  if (last !== null) last.ongoing = now - last.until <= settle + 3 * HOUR_MS
  return stops
}

function emptyStop({ from, to }: EdgeHours, at: number, usual: number): Stop {
  return {
    from,
    to,
    since: at,
    until: at,
    ongoing: false,
    causes: 0,
    count: 0,
    expected: 0,
    missing: 0,
    usual,
  }
}

function isClear({ missing, expected, causes, usual }: Stop): boolean {
  const part = causes === 0 ? 1 : Math.min(1, expected / causes)
  // A cause with several effects spreads like a Poisson count, a share like a coin.
  const variance = usual > 1 ? expected * usual : expected * (1 - part) + 0.02 * expected + 1
  return (
    missing >= LEAST_MISSING &&
    missing >= LEAST_PART * expected &&
    missing >= DEVIATIONS * Math.sqrt(variance)
  )
}

/** Whether other effects of the same cause grew by about as much in that time. */
function hasTurned(stop: Stop, siblings: readonly EdgeHours[], now: number): boolean {
  let more = 0
  for (const edge of siblings) {
    if (edge.to === stop.to) continue
    const isInside = ({ at }: { at: number }) => at >= stop.since && at <= stop.until
    const given = timesFor(edge, now)
    const usual = rateOf(edge, given, (hour) => !isInside(hour))
    for (const [index, hour] of edge.hours.entries())
      if (isInside(hour)) more += hour.count - hour.causes * usual * given[index]!
  }
  return more >= TURNED * stop.missing
}

export interface Incident {
  /** The service that should have taken the steps; empty where it is not known. */
  service: string
  since: number
  until: number
  ongoing: boolean
  missing: number
  /** Largest first. */
  stops: Stop[]
}

/** Stops of one service at overlapping times are one incident. Newest first: those that go on, then by their end; of those the largest. */
export function groupStops(stops: readonly Stop[], serviceOf: (stop: Stop) => string): Incident[] {
  const incidents: Incident[] = []
  for (const stop of [...stops].sort((a, b) => a.since - b.since)) {
    const service = serviceOf(stop)
    const same = incidents.find(
      (one) =>
        stop.since <= one.until + HOUR_MS &&
        (service === '' ? one.stops.some(({ from }) => from === stop.from) : one.service === service),
    )
    if (same === undefined)
      incidents.push({
        service,
        since: stop.since,
        until: stop.until,
        ongoing: stop.ongoing,
        missing: stop.missing,
        stops: [stop],
      })
    else {
      same.until = Math.max(same.until, stop.until)
      same.ongoing ||= stop.ongoing
      same.missing += stop.missing
      same.stops.push(stop)
    }
  }
  for (const { stops: all } of incidents) all.sort((a, b) => b.missing - a.missing)
  return incidents.sort(
    (a, b) =>
      Number(b.ongoing) - Number(a.ongoing) || (a.ongoing ? 0 : b.until - a.until) || b.missing - a.missing,
  )
}

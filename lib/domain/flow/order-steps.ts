import { byCodeUnits } from '../json/by-code-units'

/** A directed step with its weight. */
export interface WeightedStep {
  from: string
  to: string
  count: number
}

/**
 * Columns of names so that steps run to the right: each name stands right of all it follows from. Where steps run in a
 * circle the rarest ones of it run back. Names without a step stand in the first column.
 * @param steps between `names`; others are left out
 */
export function columnsOf(names: readonly string[], steps: readonly WeightedStep[]): Map<string, number> {
  const next = new Map<string, string[]>(names.map((name) => [name, []]))
  const byCount = [...steps]
    .filter(({ from, to }) => from !== to && next.has(from) && next.has(to))
    .sort((a, b) => b.count - a.count || byCodeUnits(a.from, b.from) || byCodeUnits(a.to, b.to))
  for (const { from, to } of byCount) if (!leadsTo(next, to, from)) next.get(from)!.push(to)
  return longestPaths(names, next)
}

/** Whether one reaches another; iterative, since a line may be long. */
function leadsTo(next: ReadonlyMap<string, readonly string[]>, start: string, goal: string): boolean {
  const seen = new Set([start])
  const stack = [start]
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at === goal) return true
    for (const name of next.get(at) ?? [])
      if (!seen.has(name)) {
        seen.add(name)
        stack.push(name)
      }
  }
  return false
}

function longestPaths(
  names: readonly string[],
  next: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const waiting = new Map(names.map((name) => [name, 0]))
  for (const followers of next.values())
    for (const name of followers) waiting.set(name, waiting.get(name)! + 1)
  const columns = new Map(names.map((name) => [name, 0]))
  const ready = names.filter((name) => waiting.get(name) === 0)
  for (let name = ready.pop(); name !== undefined; name = ready.pop())
    for (const follower of next.get(name) ?? []) {
      columns.set(follower, Math.max(columns.get(follower)!, columns.get(name)! + 1))
      waiting.set(follower, waiting.get(follower)! - 1)
      if (waiting.get(follower) === 0) ready.push(follower)
    }
  return columns
}

/**
 * The order of names within their columns, in which neighbours stand near each other: each goes to the middle of those
 * it is linked with, a few times over. Heavier steps pull more.
 */
export function orderColumns(
  columns: ReadonlyMap<string, number>,
  steps: readonly WeightedStep[],
): string[][] {
  const rows: string[][] = []
  for (const name of [...columns.keys()].sort(byCodeUnits)) (rows[columns.get(name)!] ??= []).push(name)
  const filled = Array.from({ length: rows.length }, (_, index) => rows[index] ?? [])
  const links = new Map<string, [string, number][]>()
  const link = (a: string, b: string, weight: number) => {
    const list = links.get(a)
    if (list) list.push([b, weight])
    else links.set(a, [[b, weight]])
  }
  for (const { from, to, count } of steps) {
    if (from === to || !columns.has(from) || !columns.has(to)) continue
    const weight = 1 + Math.log2(1 + count)
    link(from, to, weight)
    link(to, from, weight)
  }
  const place = new Map<string, number>()
  const remember = (column: readonly string[]) =>
    column.forEach((name, index) => place.set(name, (index + 0.5) / column.length))
  filled.forEach(remember)
  for (let sweep = 0; sweep < 6; sweep++) {
    const order = sweep % 2 === 0 ? filled : [...filled].reverse()
    for (const column of order) {
      const pull = new Map(
        column.map((name) => [name, middle(links.get(name) ?? [], place) ?? place.get(name)!]),
      )
      column.sort((a, b) => pull.get(a)! - pull.get(b)! || byCodeUnits(a, b))
      remember(column)
    }
  }
  return filled
}

function middle(links: readonly [string, number][], place: ReadonlyMap<string, number>): number | null {
  let sum = 0
  let weights = 0
  for (const [name, weight] of links) {
    sum += (place.get(name) ?? 0) * weight
    weights += weight
  }
  return weights === 0 ? null : sum / weights
}

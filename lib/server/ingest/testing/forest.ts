import { seeded } from './seeded'

/** Parents by event id: deep lines, fans, lost parents, a self-parent and a cycle. */
export function forest(seed: number, size: number): Map<string, string | null> {
  const random = seeded(seed)
  const parents = new Map<string, string | null>()
  for (let i = 0; i < size; i++) {
    const roll = random()
    const earlier = `e${seed}-${Math.floor(random() * i)}`
    if (i === 0 || roll < 0.08) parents.set(`e${seed}-${i}`, null)
    else if (roll < 0.12) parents.set(`e${seed}-${i}`, `lost-${seed}-${Math.floor(random() * 5)}`)
    else if (roll < 0.6) parents.set(`e${seed}-${i}`, `e${seed}-${i - 1}`)
    else parents.set(`e${seed}-${i}`, earlier)
  }
  parents.set(`e${seed}-self`, `e${seed}-self`)
  parents.set(`e${seed}-a`, `e${seed}-b`)
  parents.set(`e${seed}-b`, `e${seed}-c`)
  parents.set(`e${seed}-c`, `e${seed}-a`)
  return parents
}

/** Which of some things belong together, by what joins them two by two: each one's representative. */
export function components(pairs: Iterable<readonly [string, string]>): (id: string) => string {
  const root = new Map<string, string>()
  const find = (id: string): string => {
    let at = id
    for (let next = root.get(at); next !== undefined && next !== at; next = root.get(at)) at = next
    return at
  }
  for (const [a, b] of pairs) root.set(find(a), find(b))
  return find
}

/** The chains and edges that somebody would find who sees all events at once. */
export function oracle(parents: ReadonlyMap<string, string | null>) {
  const named = [...parents].flatMap(([id, parent]) => (parent === null ? [] : [[id, parent] as const]))
  return {
    chainOf: components(named),
    /** Events whose edge from their parent counts. */
    linked: new Set(named.filter(([id, parent]) => parent !== id && parents.has(parent)).map(([id]) => id)),
  }
}

/** One candidate for each place, no two the same; undefined if there is no such choice. Augmenting paths. */
export function match<Value>(
  places: readonly (readonly Value[])[],
  key: (value: Value) => string,
): Value[] | undefined {
  const keys = places.map((candidates) => candidates.map(key))
  const takenBy = new Map<string, { place: number; candidate: number }>()

  function settle(start: number): boolean {
    const cameFrom = new Map<string, { place: number; candidate: number }>()
    const open = [start]
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      for (const [candidate, name] of (keys[place] ?? []).entries()) {
        if (cameFrom.has(name)) continue
        cameFrom.set(name, { place, candidate })
        const holder = takenBy.get(name)
        if (holder === undefined) {
          shift(name, start, cameFrom)
          return true
        }
        open.push(holder.place)
      }
    }
    return false
  }

  /** Every place on the path takes the candidate it was reached with. */
  function shift(
    free: string,
    start: number,
    cameFrom: Map<string, { place: number; candidate: number }>,
  ): void {
    let name: string | undefined = free
    while (name !== undefined) {
      const step = cameFrom.get(name)
      if (step === undefined) return
      const released: string | undefined =
        step.place === start ? undefined : [...takenBy].find(([, holder]) => holder.place === step.place)?.[0]
      takenBy.set(name, step)
      name = released
    }
  }

  for (let place = 0; place < places.length; place += 1) if (!settle(place)) return undefined
  const result = new Map([...takenBy.values()].map(({ place, candidate }) => [place, candidate]))
  return places.map((candidates, place) => candidates[result.get(place) ?? 0] as Value)
}

/** One candidate for each place, no two the same; undefined if there is no such choice. Augmenting paths. */
export function match<Value>(
  places: readonly (readonly Value[])[],
  key: (value: Value) => string,
  spend: (steps: number) => void = () => undefined,
): Value[] | undefined {
  const keys = places.map((candidates) => {
    spend(candidates.length)
    return candidates.map(key)
  })
  const takenBy = new Map<string, { place: number; candidate: number }>()
  const nameOf = new Map<number, string>()

  function settle(start: number): boolean {
    const cameFrom = new Map<string, { place: number; candidate: number }>()
    const open = [start]
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      spend(1 + ((keys[place]?.length ?? 0) >> 3))
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
      const released: string | undefined = step.place === start ? undefined : nameOf.get(step.place)
      takenBy.set(name, step)
      nameOf.set(step.place, name)
      name = released
    }
  }

  for (let place = 0; place < places.length; place += 1) if (!settle(place)) return undefined
  const result = new Map([...takenBy.values()].map(({ place, candidate }) => [place, candidate]))
  return places.map((candidates, place) => candidates[result.get(place) ?? 0] as Value)
}

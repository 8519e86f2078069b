/** A binary heap that gives out what is due first; equal times in the order they came, so that a run repeats itself. */
export class Queue<T> {
  readonly #heap: { at: number; turn: number; item: T }[] = []
  #turn = 0

  get nextAt(): number | undefined {
    return this.#heap[0]?.at
  }

  add(at: number, item: T): void {
    const heap = this.#heap
    const entry = { at, turn: this.#turn++, item }
    let place = heap.push(entry) - 1
    while (place > 0) {
      const above = (place - 1) >> 1
      if (!isBefore(entry, heap[above]!)) break
      heap[place] = heap[above]!
      place = above
    }
    heap[place] = entry
  }

  take(): { at: number; item: T } | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last || first === last) return first
    let place = 0
    for (;;) {
      let below = 2 * place + 1
      if (below >= heap.length) break
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below++
      if (!isBefore(heap[below]!, last)) break
      heap[place] = heap[below]!
      place = below
    }
    heap[place] = last
    return first
  }
}

function isBefore(a: { at: number; turn: number }, b: { at: number; turn: number }): boolean {
  return a.at < b.at || (a.at === b.at && a.turn < b.turn)
}

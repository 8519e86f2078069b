/** What waits, of several askers: they are served in turns, each one's own in the order of asking. */
export class Turns<T> {
  /** By asker, whose turn is next first. Nobody stands here who has nothing waiting. */
  private readonly waiting = new Map<string, T[]>()
  private lastServed: string | undefined

  get length(): number {
    let length = 0
    for (const own of this.waiting.values()) length += own.length
    return length
  }

  add(by: string, one: T): void {
    const own = this.waiting.get(by)
    if (own) own.push(one)
    else this.waiting.set(by, [one])
  }

  /** Takes the next one out. Who was served last stands back, though everybody else came later. */
  next(): T | undefined {
    if (this.first() === this.lastServed) this.sendToTheEnd()
    const by = this.first()
    if (by === undefined) return undefined
    const [one, ...rest] = this.waiting.get(by)!
    this.lastServed = by
    this.waiting.delete(by)
    if (rest.length > 0) this.waiting.set(by, rest)
    return one
  }

  private sendToTheEnd(): void {
    const by = this.first()
    if (by === undefined) return
    const own = this.waiting.get(by)!
    this.waiting.delete(by)
    this.waiting.set(by, own)
  }

  private first(): string | undefined {
    return this.waiting.keys().next().value
  }

  /** @returns false where it does not wait any more */
  remove(by: string, one: T): boolean {
    const own = this.waiting.get(by) ?? []
    const rest = own.filter((other) => other !== one)
    if (rest.length > 0) this.waiting.set(by, rest)
    else this.waiting.delete(by)
    return rest.length < own.length
  }

  /** Takes out the last one of who has most, so that one more of `by` has room; undefined where nobody has more than that. */
  giveWay(by: string): T | undefined {
    let most = by
    for (const [asker, own] of this.waiting)
      if (own.length > (this.waiting.get(most)?.length ?? 0)) most = asker
    if ((this.waiting.get(most)?.length ?? 0) <= (this.waiting.get(by)?.length ?? 0) + 1) return undefined
    return this.waiting.get(most)!.pop()
  }

  /** Takes all of them out. */
  clear(): T[] {
    const all = [...this.waiting.values()].flat()
    this.waiting.clear()
    return all
  }
}

interface Turn<Item, Result> {
  readonly items: Item[]
  readonly done: Promise<Result[]>
}

/** Most items of one turn; more make another. */
const MOST = 500

/**
 * Work that requests of one turn of the event loop do together. What is asked and prepared once for all of them takes most
 * of the time of a request with a single event.
 */
export class SharedTurns<Item, Result> {
  private readonly open = new Map<string, Turn<Item, Result>>()

  /**
   * Does the work for these items, with those of others of this kind that come until the event loop has seen to its
   * sockets. Where it fails, it fails for all of them.
   * @param kind what has to be equal of those who share
   * @param work one result for each item, in order
   * @returns the results of these items
   */
  join(
    kind: string,
    items: readonly Item[],
    work: (items: readonly Item[]) => Promise<Result[]>,
  ): Promise<Result[]> {
    let turn = this.open.get(kind)
    if (!turn || turn.items.length + items.length > MOST) this.open.set(kind, (turn = this.begin(kind, work)))
    const start = turn.items.length
    for (const item of items) turn.items.push(item)
    return turn.done.then((results) => results.slice(start, start + items.length))
  }

  private begin(kind: string, work: (items: readonly Item[]) => Promise<Result[]>): Turn<Item, Result> {
    const items: Item[] = []
    const done = new Promise<Result[]>((resolve, reject) => {
      setImmediate(() => {
        if (this.open.get(kind)?.items === items) this.open.delete(kind)
        work(items).then(resolve, reject)
      })
    })
    return { items, done }
  }
}

import { inOrder, type EntityMoment } from './entity-history'
import type { Revisions } from './revisions'

export type TellingMoment = EntityMoment & { readonly revisions: Revisions }

/** Events of one moment by the entity they are about: which of them is the last, only all of them tell. */
export class EntitiesAtMoment {
  private created: number | undefined
  private readonly events = new Map<string, TellingMoment[]>()

  /** @param most entities that are kept in memory */
  constructor(private readonly most: number) {}

  /** Whether an event is of this moment, and has room in it. */
  takes({ created_at }: Pick<EntityMoment, 'created_at'>): boolean {
    return this.events.size === 0 || (this.created === created_at && this.events.size < this.most)
  }

  has(key: string): boolean {
    return this.events.has(key)
  }

  add(key: string, event: TellingMoment): void {
    this.created = event.created_at
    const events = this.events.get(key)
    if (events) events.push(event)
    else this.events.set(key, [event])
  }

  /** By entity, the last event about it. */
  *last(): Generator<[key: string, event: TellingMoment]> {
    for (const [key, events] of this.events)
      yield [key, inOrder(events, ({ revisions }) => revisions).at(-1)!]
  }
}

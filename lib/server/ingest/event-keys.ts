import 'server-only'
import type { EnvelopeEvent } from '@/lib/domain/envelope/envelope'
import { businessKeys, isSensitiveAt, marksOtherKeys } from '@/lib/domain/masking/business-keys'
import { KEY_BOUNDS } from '@/lib/domain/envelope/scan'
import { NOTHING_MARKED, type MaskPlace } from '@/lib/domain/masking/mask-plan'

/** Finds business keys in the events of one schema version: never what is sensitive, and all that is marked as a key. */
export class EventKeys {
  private readonly byNames: boolean

  constructor(private readonly plan: MaskPlace) {
    this.byNames = !marksOtherKeys(plan)
  }

  /** Most schemas mark no other key than what is called one: then what reading the message found is looked through. */
  of({ keys, keyPlaces, dataText }: EnvelopeEvent): string[] {
    if (!this.byNames || isFull(keys)) return businessKeys(dataText, this.plan)
    // As long as it has to be: what waits to be stored is copied by collections of young memory.
    if (!keyPlaces.some(({ path }) => isSensitiveAt(this.plan, path))) return keys.slice()
    const shown = new Set<string>()
    for (const { key, path } of keyPlaces) if (!isSensitiveAt(this.plan, path)) shown.add(key)
    return keys.filter((key) => shown.has(key))
  }
}

/** Business keys of an event of which no schema is known. */
export function keysByName({ keys, dataText }: EnvelopeEvent): string[] {
  return isFull(keys) ? businessKeys(dataText, NOTHING_MARKED) : keys
}

/** Reading the message kept the first ones: there may be others, which tell more. */
function isFull(keys: readonly string[]): boolean {
  return keys.length >= KEY_BOUNDS.count
}

import { registerVersions, type VersionIds } from '@/lib/server/stores/event-name-store'
import type { Database } from '@/lib/server/stores/event-receive-store'
import type { PendingEvent } from './pending-event'
import { whileAbsent } from './while-absent'

/** Names whose integers are remembered: those of any honest catalog, several times over. */
const MOST = 50_000

type Named = Pick<PendingEvent, 'typeName' | 'versionLabel'>

/** The integers of types and versions, remembered for the batches to come. */
export class KnownNames {
  private readonly known = new Map<string, VersionIds>()

  constructor(
    private readonly db: Database,
    private readonly most = MOST,
  ) {}

  /**
   * Makes sure that the names of a batch have their integers. They are given for ever, so no commit takes them back.
   * @returns the integers of each of its events, whatever is forgotten for other batches meanwhile
   */
  async of(batch: readonly Named[]): Promise<(event: Named) => VersionIds> {
    if (this.known.size > this.most) this.known.clear()
    const own = new Map<string, VersionIds>()
    const missing = new Map<string, { type: string; version: string }>()
    for (const { typeName: type, versionLabel: version } of batch) {
      const key = keyOf(type, version)
      if (own.has(key)) continue
      const ids = this.known.get(key)
      if (ids) own.set(key, ids)
      else missing.set(key, { type, version })
    }
    if (missing.size > 0) {
      const ids = await whileAbsent(() => registerVersions(this.db, [...missing.values()]))
      for (const [index, key] of [...missing.keys()].entries()) {
        own.set(key, ids[index]!)
        this.known.set(key, ids[index]!)
      }
    }
    return ({ typeName, versionLabel }) => own.get(keyOf(typeName, versionLabel))!
  }
}

const keyOf = (type: string, version: string) => `${type}\n${version}`

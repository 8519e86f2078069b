import 'server-only'
import type { MaskedPlaceOnWire } from '@/lib/contracts/masked'
import type { Violation } from '@/lib/contracts/problem-details'
import { isWithin } from '@/lib/domain/json/pointer'
import { holdsKey } from '@/lib/domain/masking/business-keys'
import type { MaskPlace } from '@/lib/domain/masking/mask-plan'
import { hollowText, maskText, type MaskedText, type Sight } from '@/lib/domain/masking/mask-text'
import { metaPlace } from '@/lib/domain/masking/meta-place'
import { may, type Subject } from '@/lib/domain/policy/policy'
import { currentCatalog, type CatalogIndex } from '@/lib/server/catalog-index/catalog-index'
import { maskPlans, type PlanSources } from '@/lib/server/masking/mask-plans'
import { readSchemaTexts } from '@/lib/server/stores/schema-version-store'
import type { Actor } from '@/lib/server/services/actor'

/** An event as far as it decides what is masked in it. */
export interface Masked {
  readonly type: string
  readonly version: string
}

/** `whole`: nothing is masked, for somebody who may and has it on record. */
export type Look = 'masked' | 'whole'

/** Masked places told of one event; all are masked. */
export const MOST_MASKED = 500

/** Whose an event is, for the table of rights: what no catalog has belongs to nobody. */
export function eventSubject(catalog: CatalogIndex, type: string): Subject {
  return { owner: catalog.entries.get(type)?.row.owner?.slug ?? null }
}

/** Whether one may see what no schema describes of something that belongs to no event type, such as a message in quarantine. */
export function seesQuarantine(actor: Actor): boolean {
  return may(actor, 'see-undeclared', { owner: null })
}

/**
 * How the events of some types and versions are shown to whoever asks. Every service that answers with the content of
 * events goes through this: what is marked `x-sensitive` is masked for everybody, what no schema describes for whoever may
 * not see it.
 */
export async function eventMasks(
  actor: Actor,
  events: Iterable<Masked>,
  look: Look = 'masked',
): Promise<EventMasks> {
  const catalog = await currentCatalog()
  const wanted = new Map<string, PlanSources>()
  for (const event of events) {
    const name = nameOf(event)
    if (!wanted.has(name)) wanted.set(name, sourcesOf(catalog, event))
  }
  const plans = await maskPlans([...wanted.values()], `${catalog.revision}`, readSchemaTexts)
  return new EventMasks(actor, catalog, new Map([...wanted.keys()].map((name, i) => [name, plans[i]!])), look)
}

export class EventMasks {
  private readonly sights = new Map<string, Sight>()

  constructor(
    private readonly actor: Actor,
    private readonly catalog: CatalogIndex,
    private readonly plans: ReadonlyMap<string, MaskPlace>,
    private readonly look: Look,
  ) {}

  /** A data block as it may be shown. */
  data(event: Masked, dataText: string): MaskedText {
    return maskText(dataText, this.plan(event), this.sight(event))
  }

  /** A data block with empty values where some are masked: how it is built, and nothing it says. */
  hollow(event: Masked, dataText: string): string {
    return hollowText(dataText, this.plan(event), this.sight(event))
  }

  /** A meta block as it may be shown. */
  meta(event: Masked, metaText: string): MaskedText {
    return maskText(metaText, metaPlace, this.sight(event))
  }

  /** Whether the event is found by a business key, whoever asks: one has to know a key to ask for it. */
  holdsKey(event: Masked, dataText: string, key: string): boolean {
    return holdsKey(dataText, this.plan(event), key)
  }

  /** The data with only its sensitive places masked: what an entity's key may be read of. */
  withoutSensitive(event: Masked, dataText: string): MaskedText {
    return maskText(dataText, this.plan(event), { undeclared: true, sensitive: false })
  }

  private plan(event: Masked): MaskPlace {
    return this.plans.get(nameOf(event))!
  }

  private sight({ type }: Masked): Sight {
    let sight = this.sights.get(type)
    if (!sight) {
      const isWhole = this.look === 'whole'
      const undeclared = isWhole || may(this.actor, 'see-undeclared', eventSubject(this.catalog, type))
      this.sights.set(type, (sight = { undeclared, sensitive: isWhole }))
    }
    return sight
  }
}

/** Masked places of an event's blocks as the wire has them. */
export function maskedPlaces(data: MaskedText | null, meta: MaskedText): MaskedPlaceOnWire[] {
  const told = (block: string, { masked }: MaskedText) =>
    masked.slice(0, MOST_MASKED).map(({ pointer, reason }) => ({ pointer: `/${block}${pointer}`, reason }))
  return [...(data ? told('data', data) : []), ...told('meta', meta)]
}

/** What validation said, without the names that stand inside of what is masked. */
export function coverProblems(problems: readonly Violation[], { masked }: MaskedText): Violation[] {
  return problems.map((problem) => {
    const [, block = '', inside = ''] = /^(\/data|\/payload)(.*)$/s.exec(problem.pointer) ?? []
    const cover = block === '' ? undefined : masked.find(({ pointer }) => isWithin(inside, pointer))
    return cover ? { ...problem, pointer: block + cover.pointer } : problem
  })
}

function sourcesOf({ entries }: CatalogIndex, { type, version }: Masked): PlanSources {
  const versions = entries.get(type)?.row.versions ?? []
  const own = versions.find(({ label }) => label === version)
  const later = versions.filter(({ ordinal }) => ordinal > (own?.ordinal ?? 0))
  return { own: own?.id ?? null, later: later.map(({ id }) => id) }
}

function nameOf({ type, version }: Masked): string {
  return `${type}\n${version}`
}

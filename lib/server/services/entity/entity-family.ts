import 'server-only'
import type { EntitySummary } from '@/lib/contracts/entity'
import type { Operation } from '@/lib/contracts/event-type'
import { keyPlaces, readKey } from '@/lib/domain/entity/entity-key'
import { rankOf } from '@/lib/domain/entity/entity-history'
import type { Json } from '@/lib/domain/json/json'
import { isWithin } from '@/lib/domain/json/pointer'
import type { MaskedText } from '@/lib/domain/masking/mask-text'
import { currentCatalog, type CatalogEntry } from '@/lib/server/catalog-index/catalog-index'
import type { RankedType } from '@/lib/server/stores/entity-event-store'
import { readSchemaTexts } from '@/lib/server/stores/schema-version-store'
import { readVolumes, type Volume } from '@/lib/server/stores/volume-store'
import { problem } from '@/lib/server/services/problem'

/** The CUD event types of one entity, and how they name what they are about. */
export interface EntityFamily {
  readonly entity: string
  readonly types: readonly CatalogEntry[]
  readonly typeNames: readonly string[]
  /** The same, in the order of a life. */
  readonly ranked: readonly RankedType[]
  /** Where the key is looked for in their data. */
  readonly places: readonly string[]
}

/** What an event type does that does not say it. */
const UNSAID: Operation = 'updated'
const OPERATIONS = ['created', 'updated', 'deleted', null]

/** By entity: its event types in the catalog, in the order of a life. */
export async function entityTypes(): Promise<Map<string, CatalogEntry[]>> {
  const entities = new Map<string, CatalogEntry[]>()
  for (const entry of (await currentCatalog()).entries.values()) {
    const { kind, entity } = entry.row
    if (kind !== 'cud' || entity === null) continue
    const types = entities.get(entity)
    if (types) types.push(entry)
    else entities.set(entity, [entry])
  }
  const rank = ({ row }: CatalogEntry) => OPERATIONS.indexOf(row.operation)
  for (const types of entities.values()) types.sort((a, b) => rank(a) - rank(b))
  return entities
}

/** @throws Problem `entity-not-found` */
export async function findEntityFamily(entity: string): Promise<EntityFamily> {
  const types = (await entityTypes()).get(entity)
  if (!types)
    throw problem(
      'entity-not-found',
      `No CUD event type of the catalog is about an entity "${entity}". Register one, such as ${entity}Created.`,
    )
  const latest = types.flatMap((type) => (type.latest ? [type.latest.id] : []))
  const texts = await readSchemaTexts(latest)
  const schemas = latest.flatMap((id) => {
    const text = texts.get(id)
    return text === undefined ? [] : [JSON.parse(text) as Json]
  })
  return {
    entity,
    types,
    typeNames: types.map(({ row }) => row.name),
    ranked: types.map(({ row }) => ({ name: row.name, rank: rankOf(row.operation ?? UNSAID) })),
    places: keyPlaces(entity, schemas),
  }
}

/** What an event type says happened; one that does not say it tells of a state all the same. */
export function operationOf({ types }: EntityFamily, typeName: string): Operation {
  return types.find(({ row }) => row.name === typeName)?.row.operation ?? UNSAID
}

/** Which one of the entity an event is about; null where it does not say, or hides it, or was erased. */
export function keyOf({ places }: EntityFamily, data: MaskedText | null): ReturnType<typeof readKey> {
  if (data === null) return null
  const { text, masked } = data
  const shown =
    masked.length === 0
      ? places
      : places.filter((place) => !masked.some(({ pointer }) => isWithin(place, pointer)))
  return readKey(text, shown)
}

/** What a CUD event is about. */
export async function aboutOf(
  typeName: string,
  data: MaskedText | null,
): Promise<{ entity: string; key: string } | null> {
  const entity = (await currentCatalog()).entries.get(typeName)?.row.entity ?? null
  if (entity === null) return null
  const found = keyOf(await findEntityFamily(entity), data)
  return found && { entity, key: found.key }
}

export async function toEntitySummaries(
  families: readonly Pick<EntityFamily, 'entity' | 'types'>[],
): Promise<EntitySummary[]> {
  const volumes = await readVolumes()
  return families.map(({ entity, types }) => {
    const withEvents = types.map(({ row, latest }) => ({
      name: row.name,
      operation: row.operation,
      latest_version: latest?.label ?? null,
      events: ofLastDays(volumes.get(row.name)),
    }))
    return {
      entity,
      types: withEvents,
      owner: types.find(({ row }) => row.owner)?.row.owner ?? null,
      domain: types.find(({ row }) => row.domain)?.row.domain ?? null,
      events: withEvents.reduce((sum, { events }) => sum + events, 0),
    }
  })
}

function ofLastDays(volume: Volume | undefined): number {
  return volume?.daily.reduce((sum, count) => sum + count, 0) ?? 0
}

import 'server-only'
import { hash } from 'node:crypto'
import type { Violation } from '@/lib/contracts/problem-details'
import type { Envelope, EnvelopeEvent, EnvelopeProblem } from '@/lib/domain/envelope/envelope'
import type { CatalogLookup } from './catalog-lookup'
import type { Judgement } from './compile-validator'
import type { PendingEvent } from './pending-event'

/** A message that was read: what it says and its text. */
export interface ReadMessage {
  envelope: Envelope
  text: string
}

export type JudgedMessage =
  | { kind: 'pending'; event: PendingEvent }
  | { kind: 'quarantined'; problems: EnvelopeProblem[]; eventId: string | null; type: string | null }

interface Resolved {
  type: string
  version: string
  versionId: string | null
  problem: Violation | null
  producer: string | null
}

/**
 * Finds every event's schema version in the catalog and judges its data by it. Unknown types and versions are no
 * fault: the event is kept, with validity `unknown` and a problem that says so.
 */
export async function judgeEnvelopes(
  messages: readonly ReadMessage[],
  catalog: CatalogLookup,
  imported: boolean,
): Promise<JudgedMessage[]> {
  const events = messages.flatMap(({ envelope }) => (envelope.kind === 'event' ? [envelope.event] : []))
  await catalog.refresh()
  await catalog.load(
    new Set(events.flatMap((event) => event.schema?.name ?? [])),
    new Set(events.flatMap((event) => event.schemaId ?? [])),
  )
  const resolutions = new Map(events.map((event) => [event, resolve(event, catalog)]))
  const validators = await catalog.loadValidators(
    new Set([...resolutions.values()].flatMap((resolved) => (resolved && resolved.versionId) ?? [])),
  )
  return messages.map(({ envelope, text }): JudgedMessage => {
    if (envelope.kind === 'quarantined') return envelope
    const { event } = envelope
    const resolved = resolutions.get(event)
    if (!resolved)
      return {
        kind: 'quarantined',
        problems: [disagreement(event)],
        eventId: event.eventId,
        type: event.schema?.name ?? null,
      }
    const validate = resolved.versionId === null ? undefined : validators.get(resolved.versionId)
    const judgement: Judgement = validate
      ? validate(event.data, event.dataText.length, event.block)
      : { validity: 'unknown', problems: [] }
    const problems = [
      ...envelope.problems,
      ...(resolved.problem ? [resolved.problem] : []),
      ...judgement.problems,
    ]
    return { kind: 'pending', event: toPending(event, text, resolved, { ...judgement, problems }, imported) }
  })
}

/** Null where the envelope's `schema` and `schema_id` name different versions. */
function resolve(event: EnvelopeEvent, catalog: CatalogLookup): Resolved | null {
  const named = event.schemaId === null ? null : catalog.schema(event.schemaId)
  const reference = event.schema ? { type: event.schema.name, version: event.schema.version } : named
  if (event.schemaId !== null && event.schema && named)
    if (named.type !== event.schema.name || named.version !== event.schema.version) return null
  if (!reference) return { ...unknownSchema(event), versionId: null, producer: null }
  const type = catalog.type(reference.type)
  const versionId = type?.versions.get(reference.version) ?? null
  return {
    ...reference,
    versionId,
    problem: missing(reference, type !== null, versionId),
    producer: type?.soleProducer ?? null,
  }
}

/** A schema id that no catalog knows is all there is to name the type by, until it is published. */
function unknownSchema(event: EnvelopeEvent) {
  return {
    type: event.schemaId ?? '',
    version: '',
    problem: {
      pointer: '/meta/schema_id',
      code: 'unknown-type',
      message:
        'The catalog has no schema of this id. The event is kept and counted; its data was not checked.',
    },
  }
}

function missing(
  { type, version }: { type: string; version: string },
  typeIsKnown: boolean,
  versionId: string | null,
): Violation | null {
  if (versionId !== null) return null
  return typeIsKnown
    ? {
        pointer: '/meta/schema/version',
        code: 'unknown-version',
        message: `The catalog has ${type}, but no version ${version}. The event is kept; its data was not checked.`,
      }
    : {
        pointer: '/meta/schema/name',
        code: 'unknown-type',
        message: `The catalog has no event type ${type}. The event is kept and counted; its data was not checked.`,
      }
}

function disagreement(event: EnvelopeEvent): EnvelopeProblem {
  return {
    pointer: '/meta/schema_id',
    code: 'schema-mismatch',
    message: `meta.schema says ${event.schema?.name} ${event.schema?.version}, meta.schema_id names another version.`,
  }
}

/** Member by member: spreading costs more than everything else here. */
function toPending(
  event: EnvelopeEvent,
  text: string,
  resolved: Resolved,
  { validity, problems }: Judgement,
  imported: boolean,
): PendingEvent {
  return {
    eventId: event.eventId,
    parentEventId: event.parentEventId,
    traceId: event.traceId,
    ownerId: event.ownerId,
    createdAt: event.createdAt,
    schema: event.schema,
    schemaId: event.schemaId,
    dataText: event.dataText,
    block: event.block,
    metaRest: event.metaRest,
    receivedAt: event.receivedAt,
    keys: event.keys,
    producer: event.producer ?? resolved.producer,
    producerConcluded: event.producer === null && resolved.producer !== null,
    typeName: resolved.type,
    versionLabel: resolved.version,
    validity,
    problems,
    contentHash: hash('sha256', text, 'hex').slice(0, 32),
    imported,
  }
}

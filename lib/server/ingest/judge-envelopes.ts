import 'server-only'
import { hash } from 'node:crypto'
import type { Validity } from '@/lib/contracts/event'
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
  sender: string | null,
): Promise<JudgedMessage[]> {
  const names = new Set<string>()
  const ids = new Set<string>()
  for (const { envelope } of messages) {
    if (envelope.kind !== 'event') continue
    if (envelope.event.schema) names.add(envelope.event.schema.name)
    if (envelope.event.schemaId !== null) ids.add(envelope.event.schemaId)
  }
  await catalog.refresh()
  await catalog.load(names, ids)
  const resolutions = messages.map(({ envelope }) =>
    envelope.kind === 'event' ? resolve(envelope.event, catalog, sender) : null,
  )
  const versions = new Set<string>()
  for (const resolved of resolutions) if (resolved?.versionId) versions.add(resolved.versionId)
  const validators = await catalog.loadValidators(versions)
  const keysOf = await catalog.loadKeys(resolutions.filter((resolved) => resolved !== null))
  return messages.map(({ envelope, text }, index): JudgedMessage => {
    if (envelope.kind === 'quarantined') return envelope
    const { event } = envelope
    const resolved = resolutions[index]
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
    const problems = allOf(envelope.problems, resolved.problem, judgement.problems)
    return {
      kind: 'pending',
      event: toPending(
        event,
        text,
        resolved,
        judgement.validity,
        problems,
        imported,
        keysOf(resolved)?.of(event),
      ),
    }
  })
}

/** Most events have none, and an array for each of them is an array too many. */
const NO_PROBLEMS: readonly Violation[] = Object.freeze([])

function allOf(
  read: readonly EnvelopeProblem[],
  resolved: Violation | null,
  judged: readonly Violation[],
): readonly Violation[] {
  if (read.length === 0 && resolved === null) return judged.length === 0 ? NO_PROBLEMS : judged
  return [...read, ...(resolved ? [resolved] : []), ...judged]
}

/** Null where the envelope's `schema` and `schema_id` name different versions. */
function resolve(event: EnvelopeEvent, catalog: CatalogLookup, sender: string | null): Resolved | null {
  const named = event.schemaId === null ? null : catalog.schema(event.schemaId)
  const reference = event.schema ? { type: event.schema.name, version: event.schema.version } : named
  if (event.schemaId !== null && event.schema && named)
    if (named.type !== event.schema.name || named.version !== event.schema.version) return null
  if (!reference) return { ...unknownSchema(event), versionId: null, producer: sender }
  const type = catalog.type(reference.type)
  const versionId = type?.versions.get(reference.version) ?? null
  return {
    ...reference,
    versionId,
    problem: missing(reference, type !== null, versionId),
    producer: sender ?? type?.soleProducer ?? null,
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
  validity: Validity,
  problems: readonly Violation[],
  imported: boolean,
  keys: string[] | undefined,
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
    keys: keys ?? event.keys,
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

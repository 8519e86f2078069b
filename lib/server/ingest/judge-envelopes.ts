import 'server-only'
import { hash } from 'node:crypto'
import type { Validity } from '@/lib/contracts/event'
import type { Violation } from '@/lib/contracts/problem-details'
import type { Envelope, EnvelopeEvent, EnvelopeProblem } from '@/lib/domain/envelope/envelope'
import type { CatalogLookup, Known } from './catalog-lookup'
import type { Judgement, Validator } from './compile-validator'
import { keysByName, type EventKeys } from './event-keys'
import type { PendingEvent } from './pending-event'
import { timed, timedNow } from './stage-times'

/** A message that was read: what it says and its text. */
export interface ReadMessage {
  envelope: Envelope
  text: string
}

export type JudgedMessage =
  | { kind: 'pending'; event: PendingEvent }
  | { kind: 'quarantined'; problems: EnvelopeProblem[]; eventId: string | null; type: string | null }

/** What the catalog says of one way to name a type and version. */
interface Resolved {
  type: string
  version: string
  versionId: string | null
  problem: Violation | null
  producer: string | null
  validate: Validator | undefined
  keys: EventKeys | undefined
}

/**
 * Finds every event's schema version in the catalog, as it is remembered, and judges its data by it. Unknown types and
 * versions are no fault: the event is kept, with validity `unknown` and a problem that says so.
 * @param isNewest whether the catalog was refreshed after the messages came
 */
export async function judgeEnvelopes(
  messages: readonly ReadMessage[],
  catalog: CatalogLookup,
  imported: boolean,
  sender: string | null,
  isNewest: boolean,
): Promise<JudgedMessage[]> {
  const names = new Set<string>()
  const ids = new Set<string>()
  for (const { envelope } of messages) {
    if (envelope.kind !== 'event') continue
    if (envelope.event.schema) names.add(envelope.event.schema.name)
    if (envelope.event.schemaId !== null) ids.add(envelope.event.schemaId)
  }
  if (catalog.asOf === '') await catalog.refresh()
  // What is read from here on may be newer, which is found out when the events are stored.
  const revision = isNewest ? null : catalog.asOf
  const known = await timed('catalog', () => catalog.load(names, ids))
  const { resolved, distinct } = resolveAll(messages, known, sender)
  const versions = new Set<string>()
  for (const { versionId } of distinct) if (versionId !== null) versions.add(versionId)
  const validators = await catalog.loadValidators(versions)
  const keysOf = await catalog.loadKeys(known, distinct)
  for (const one of distinct) {
    one.validate = one.versionId === null ? undefined : validators.get(one.versionId)
    one.keys = keysOf(one)
  }
  return timedNow('judge', () =>
    messages.map(({ envelope, text }, index) =>
      envelope.kind === 'event' ? judge(envelope, text, resolved[index]!, imported, revision) : envelope,
    ),
  )
}

/** A batch names few types many times: each way to name one is looked up once. Null where names disagree. */
function resolveAll(
  messages: readonly ReadMessage[],
  catalog: Known,
  sender: string | null,
): { resolved: (Resolved | null)[]; distinct: Resolved[] } {
  const byName = new Map<string, Map<string, Resolved>>()
  const distinct: Resolved[] = []
  const found = (event: EnvelopeEvent): Resolved | null => {
    const one = resolve(event, catalog, sender)
    if (one) distinct.push(one)
    return one
  }
  const resolved = messages.map(({ envelope }) => {
    if (envelope.kind !== 'event') return null
    const { schema, schemaId } = envelope.event
    if (!schema || schemaId !== null) return found(envelope.event)
    let byLabel = byName.get(schema.name)
    if (!byLabel) byName.set(schema.name, (byLabel = new Map<string, Resolved>()))
    const known = byLabel.get(schema.version)
    if (known) return known
    const one = found(envelope.event)
    if (one) byLabel.set(schema.version, one)
    return one
  })
  return { resolved, distinct }
}

function judge(
  { event, problems: read }: Extract<Envelope, { kind: 'event' }>,
  text: string,
  resolved: Resolved | null,
  imported: boolean,
  revision: string | null,
): JudgedMessage {
  if (!resolved)
    return {
      kind: 'quarantined',
      problems: [disagreement(event)],
      eventId: event.eventId,
      type: event.schema?.name ?? null,
    }
  const { validity, problems }: Judgement = resolved.validate
    ? resolved.validate(event.data, event.dataText.length, event.block)
    : { validity: 'unknown', problems: [] }
  return {
    kind: 'pending',
    event: toPending(
      event,
      text,
      resolved,
      validity,
      allOf(read, resolved.problem, problems),
      imported,
      revision,
    ),
  }
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
function resolve(event: EnvelopeEvent, catalog: Known, sender: string | null): Resolved | null {
  const named = event.schemaId === null ? null : catalog.schema(event.schemaId)
  const reference = event.schema ? { type: event.schema.name, version: event.schema.version } : named
  if (event.schemaId !== null && event.schema && named)
    if (named.type !== event.schema.name || named.version !== event.schema.version) return null
  const unknown = { validate: undefined, keys: undefined }
  if (!reference) return { ...unknownSchema(event), ...unknown, versionId: null, producer: sender }
  const type = catalog.type(reference.type)
  const versionId = type?.versions.get(reference.version) ?? null
  return {
    ...reference,
    ...unknown,
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
  revision: string | null,
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
    keys: resolved.keys?.of(event) ?? keysByName(event),
    producer: event.producer ?? resolved.producer,
    producerConcluded: event.producer === null && resolved.producer !== null,
    typeName: resolved.type,
    versionLabel: resolved.version,
    validity,
    problems,
    contentHash: hash('sha256', text, 'hex').slice(0, 32),
    imported,
    revision,
  }
}

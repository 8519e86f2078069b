import { isObject, own, type Json, type JsonObject } from '../json/json'
import { appendPointer } from '../json/pointer'
import type { Envelope, EnvelopeEvent, EnvelopeProblem, SchemaReference } from './envelope'
import { isIdentifier, MAX_LABEL } from './identifier'
import { isUsualText, parseInstant } from './instant'
import { findKeys, type FoundKeys } from './find-keys'
import { MAX_DEPTH, scanMessage, type Scan, type Span } from './scan'
import { skimMessage, type Skim } from './skim'

const MAX_PROBLEMS = 20

export interface EnvelopeOptions {
  /** Whether `received_at` may stand beside `meta`. */
  isImport?: boolean
}

/**
 * Reads one message as an envelope (PRODUCT.md, "The envelope"). Linear in its length, without recursion; never throws.
 * @param text the message
 * @param known its value and what a pass over it told, where the caller has them already
 */
export function readEnvelope(
  text: string,
  options: EnvelopeOptions = {},
  known: { parsed?: Json; skim?: Skim } = {},
): Envelope {
  let message = known.parsed
  if (message === undefined) {
    try {
      message = JSON.parse(text) as Json
    } catch (error) {
      return quarantined([
        { pointer: '', code: 'not-json', message: `The message is not JSON: ${reason(error)}` },
      ])
    }
  }
  if (!isObject(message))
    return quarantined([{ pointer: '', code: 'not-an-object', message: 'The message is not a JSON object.' }])
  const skim = known.skim ?? skimMessage(text)
  const found = skim.isOrdinary && skim.block ? findKeys(message, skim) : null
  return new EnvelopeReader(text, message, options, skim, found).read()
}

function quarantined(
  problems: EnvelopeProblem[],
  eventId: string | null = null,
  type: string | null = null,
): Envelope {
  return { kind: 'quarantined', problems, eventId, type }
}

function beyondDouble({ inexactNumbers }: Scan): EnvelopeProblem[] {
  return inexactNumbers.map((pointer) => ({
    pointer,
    code: 'number-beyond-double',
    message: 'A double cannot hold this number. It is kept as written; most readers will round it.',
  }))
}

function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200)
}

class EnvelopeReader {
  private readonly problems: EnvelopeProblem[] = []
  private readonly meta: JsonObject
  /** Null where a scan has nothing to tell. */
  private readonly scan: Scan | null

  constructor(
    private readonly text: string,
    private readonly message: JsonObject,
    private readonly options: EnvelopeOptions,
    private readonly skim: Skim,
    private readonly found: FoundKeys | null,
  ) {
    this.scan = found ? null : scanMessage(text)
    const meta = own(message, 'meta')
    this.meta = isObject(meta) ? meta : {}
  }

  read(): Envelope {
    const { scan, problems } = this
    if (scan) this.checkScan(scan)
    this.checkMembers()
    const block = this.block()
    const event = this.event(block)
    if (problems.length > 0)
      return quarantined(problems, this.readable(event.eventId), this.readable(event.schema?.name))
    return { kind: 'event', event, problems: scan ? beyondDouble(scan) : [] }
  }

  private checkScan(scan: Scan) {
    if (scan.tooDeep)
      this.problem('', 'too-deep', `The message is nested more than ${MAX_DEPTH} levels deep inside a block.`)
    for (const pointer of scan.duplicateKeys)
      this.problem(
        pointer,
        'duplicate-key',
        'This name occurs twice in one object, so its value is ambiguous.',
      )
  }

  private checkMembers() {
    const { message } = this
    for (const name of Object.keys(message)) {
      if (name === 'data' || name === 'payload' || name === 'meta') continue
      if (name === 'received_at' && this.options.isImport) continue
      this.problem(
        appendPointer('', name.slice(0, 200)),
        'unknown-field',
        name === 'received_at'
          ? 'received_at may stand here only in an import (mode=import).'
          : 'An envelope has the blocks data (or payload) and meta, and nothing beside them.',
      )
    }
    if (!Object.hasOwn(message, 'meta')) this.problem('/meta', 'required', 'The block meta is missing.')
    else if (!isObject(own(message, 'meta'))) this.problem('/meta', 'wrong-type', 'meta must be an object.')
  }

  private block(): 'data' | 'payload' {
    const { message } = this
    const hasData = Object.hasOwn(message, 'data')
    const hasPayload = Object.hasOwn(message, 'payload')
    if (hasData && hasPayload)
      this.problem('/payload', 'data-and-payload', 'An envelope has data or payload, not both.')
    const block = hasPayload && !hasData ? 'payload' : 'data'
    if (!hasData && !hasPayload) this.problem('/data', 'required', 'The block data (or payload) is missing.')
    else if (!isObject(own(message, block)))
      this.problem(`/${block}`, 'wrong-type', `${block} must be an object.`)
    return block
  }

  private event(block: 'data' | 'payload'): EnvelopeEvent {
    const data = own(this.message, block)
    const schema = this.schema()
    const schemaId = this.identifier('schema_id')
    const hasMeta = isObject(own(this.message, 'meta'))
    if (hasMeta && !has(this.meta, 'schema') && !has(this.meta, 'schema_id'))
      this.problem('/meta/schema', 'required', 'meta.schema (or meta.schema_id) is missing.')
    const createdAt = this.instant(this.meta, 'created_at', '/meta/created_at', hasMeta)
    const receivedAt = this.options.isImport
      ? this.instant(this.message, 'received_at', '/received_at', false)
      : null
    const { scan, skim } = this
    const span = scan ? scan.members.get(block) : skim.block
    const { keys, keyPlaces } = scan ?? this.found!
    return {
      eventId: this.identifier('event_id', hasMeta) ?? '',
      parentEventId: this.identifier('parent_event_id'),
      traceId: this.identifier('trace_id'),
      ownerId: this.identifier('owner_id'),
      producer: this.identifier('producer'),
      createdAt: createdAt ?? 0,
      schema,
      schemaId,
      data: isObject(data) ? data : {},
      dataText: span ? this.slice(span) : '{}',
      block,
      metaRest: this.metaRest(createdAt),
      receivedAt,
      keys,
      keyPlaces,
    }
  }

  /** Null counts as absent: many serialisers write it for what is not there. */
  private identifier(name: string, required = false): string | null {
    const pointer = `/meta/${name}`
    if (!has(this.meta, name)) {
      if (required) this.problem(pointer, 'required', `meta.${name} is missing.`)
      return null
    }
    const value = own(this.meta, name)
    if (typeof value !== 'string') this.problem(pointer, 'wrong-type', `meta.${name} must be a string.`)
    else if (isIdentifier(value)) return value
    else this.problem(pointer, 'bad-identifier', IDENTIFIER_RULE)
    return null
  }

  private schema(): SchemaReference | null {
    if (!has(this.meta, 'schema')) return null
    const schema = own(this.meta, 'schema')
    if (!isObject(schema)) {
      this.problem('/meta/schema', 'wrong-type', 'meta.schema must be an object with name and version.')
      return null
    }
    const name = this.schemaField(schema, 'name')
    const version = this.schemaField(schema, 'version')
    return name === null ? null : { name, version: version ?? '' }
  }

  private schemaField(schema: JsonObject, field: 'name' | 'version'): string | null {
    const value = own(schema, field)
    if (typeof value === 'string' && isIdentifier(value) && (field === 'name' || value.length <= MAX_LABEL))
      return value
    const pointer = `/meta/schema/${field}`
    if (value === undefined) this.problem(pointer, 'required', `meta.schema.${field} is missing.`)
    else if (typeof value !== 'string')
      this.problem(pointer, 'wrong-type', `meta.schema.${field} must be a string.`)
    else if (!isIdentifier(value)) this.problem(pointer, 'bad-identifier', IDENTIFIER_RULE)
    else this.problem(pointer, 'bad-identifier', `A version label has at most ${MAX_LABEL} characters.`)
    return null
  }

  private instant(holder: JsonObject, name: string, pointer: string, required: boolean): number | null {
    if (!has(holder, name)) {
      if (required) this.problem(pointer, 'required', `${pointer.slice(1).replace('/', '.')} is missing.`)
      return null
    }
    const value = own(holder, name)
    if (typeof value !== 'string') {
      this.problem(pointer, 'wrong-type', `${name} must be a string.`)
      return null
    }
    const instant = parseInstant(value)
    if (instant === null)
      this.problem(pointer, 'bad-date', 'This is no RFC 3339 date and time, such as 2026-08-06T09:03:20Z.')
    return instant
  }

  /** What `meta` says that has no field of its own, in the sender's letters and order. */
  private metaRest(createdAt: number | null): string | null {
    if (this.isAllTold(createdAt)) return null
    const rest: string[] = []
    for (const [name, span] of (this.scan ?? scanMessage(this.text)).meta) {
      if (this.isTold(name, createdAt)) continue
      rest.push(`${JSON.stringify(name)}:${this.slice(span)}`)
    }
    return rest.length > 0 ? `{${rest.join(',')}}` : null
  }

  // Here and below without `Object.keys`: an array for each of many events is garbage that has to be collected.
  private isAllTold(createdAt: number | null): boolean {
    for (const name in this.meta) if (!this.isTold(name, createdAt)) return false
    return true
  }

  /** Whether a field of ours gives this member back as it was written. */
  private isTold(name: string, createdAt: number | null): boolean {
    if (!FIELDS.has(name)) return false
    if (name === 'created_at') return createdAt !== null && isUsualText(own(this.meta, name) as string)
    if (name === 'schema') return countMembers(own(this.meta, name)) === 2
    return true
  }

  private slice(span: Span): string {
    return this.text.slice(span[0], span[1])
  }

  private readable(text: string | undefined): string | null {
    return text !== undefined && text !== '' ? text : null
  }

  private problem(pointer: string, code: string, message: string) {
    if (this.problems.length < MAX_PROBLEMS)
      this.problems.push({ pointer: wellFormed(pointer), code, message })
  }
}

const FIELDS = new Set([
  'event_id',
  'parent_event_id',
  'trace_id',
  'owner_id',
  'producer',
  'created_at',
  'schema',
  'schema_id',
])
const IDENTIFIER_RULE =
  'An id or name has 1 to 200 characters, no control characters and no lone surrogates, and is not "." or "..".'

function has(object: JsonObject, name: string): boolean {
  return Object.hasOwn(object, name) && object[name] !== null
}

function countMembers(value: Json | undefined): number {
  let members = 0
  if (isObject(value)) for (const name in value) if (Object.hasOwn(value, name)) members++
  return members
}

/** Pointers may hold a stranger's member names; neither NUL nor lone surrogates can be stored as text. */
function wellFormed(text: string): string {
  return text.replace(
    /[\u0000-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  )
}

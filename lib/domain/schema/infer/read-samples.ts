import { endOfValue } from '../../envelope/end-of-value'
import { splitLines } from '../../envelope/split-messages'
import { isDeeperThan } from '../../json/depth'
import { isObject, own, type Json } from '../../json/json'

export interface ReadSamples {
  /** Blocks of data: of a whole event only what it carries. */
  readonly samples: readonly Json[]
  /** The event type that all whole events among them name; null where none does, or they differ. */
  readonly eventType: string | null
  /** What could not be read, in words that say where. */
  readonly faults: readonly string[]
}

/** Samples beyond these are not looked at. */
const MOST = 10_000
const DEEPEST = 100
const MOST_FAULTS = 5

/**
 * Samples as people have them at hand: one JSON document, a list of them, one a line, or one below the other; data blocks
 * or whole events. Never throws.
 */
export function readSamples(text: string): ReadSamples {
  if (text.trim() === '') return { samples: [], eventType: null, faults: [] }
  const whole = parse(text)
  const { values, faults } =
    'value' in whole
      ? { values: Array.isArray(whole.value) ? whole.value : [whole.value], faults: [] }
      : better(readParts(byLine(text)), readParts(oneByOne(text)))
  if (values.length > MOST) faults.push(`Only the first ${MOST.toLocaleString('en')} are looked at.`)
  const kept = values.slice(0, MOST).filter((value) => !isDeeperThan(value, DEEPEST))
  if (kept.length < Math.min(values.length, MOST))
    faults.push(`What nests deeper than ${DEEPEST} levels is left out.`)
  const names = new Set(kept.flatMap((value) => nameIn(value) ?? []))
  return {
    samples: kept.map(dataOf),
    eventType: names.size === 1 ? [...names][0]! : null,
    faults,
  }
}

function parse(text: string): { value: Json } | { fault: string } {
  try {
    return { value: JSON.parse(text) as Json }
  } catch (error) {
    return { fault: error instanceof Error ? error.message.slice(0, 200) : 'is not JSON' }
  }
}

interface Parts {
  readonly values: Json[]
  readonly faults: string[]
}

function readParts(parts: Iterable<string>): Parts {
  const values: Json[] = []
  const faults: string[] = []
  let index = 0
  for (const part of parts) {
    index++
    const read = parse(part)
    if ('value' in read) values.push(read.value)
    else faults.push(`Sample ${index}: ${read.fault}`)
  }
  return { values, faults }
}

/** Of two readings that with less to complain about; what one broken line swallows in the one, the other still finds. */
function better(lines: Parts, documents: Parts): Parts {
  const isBetter =
    documents.faults.length < lines.faults.length ||
    (documents.faults.length === lines.faults.length && documents.values.length > lines.values.length)
  const { values, faults } = isBetter ? documents : lines
  return { values, faults: faults.slice(0, MOST_FAULTS) }
}

function byLine(text: string): string[] {
  return splitLines(text).map((line) => line.text)
}

/** One document behind the other, on as many lines as they like. */
function* oneByOne(text: string): Generator<string> {
  for (let at = 0; ;) {
    while (at < text.length && /[\s,]/.test(text.charAt(at))) at++
    if (at >= text.length) return
    const end = '{['.includes(text.charAt(at)) ? endOfValue(text, at) : text.length
    yield text.slice(at, end)
    at = Math.max(end, at + 1)
  }
}

/** Whole events hold their data beside a `meta`. */
function isEvent(value: Json): value is { [key: string]: Json } {
  return isObject(value) && isObject(own(value, 'meta') ?? null) && blockOf(value) !== undefined
}

function blockOf(value: { readonly [key: string]: Json }): Json | undefined {
  return own(value, 'data') ?? own(value, 'payload')
}

function dataOf(value: Json): Json {
  return isEvent(value) ? blockOf(value)! : value
}

function nameIn(value: Json): string | undefined {
  const meta = isEvent(value) ? own(value, 'meta') : undefined
  const schema = isObject(meta ?? null) ? own(meta as { [key: string]: Json }, 'schema') : undefined
  const name = isObject(schema ?? null) ? own(schema as { [key: string]: Json }, 'name') : undefined
  return typeof name === 'string' ? name : undefined
}

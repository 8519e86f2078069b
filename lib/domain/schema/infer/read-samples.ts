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

interface Found {
  readonly where: string
  readonly text: string
}

/**
 * Samples as people have them at hand: one JSON document, a list of them, one a line, or one below the other; data blocks
 * or whole events. Never throws.
 */
export function readSamples(text: string): ReadSamples {
  if (text.trim() === '') return { samples: [], eventType: null, faults: [] }
  const values: Json[] = []
  const faults: string[] = []
  const whole = parse(text)
  if ('value' in whole) values.push(...(Array.isArray(whole.value) ? whole.value : [whole.value]))
  else
    for (const { where, text: each } of parts(text)) {
      const read = parse(each)
      if ('value' in read) values.push(read.value)
      else if (faults.length < MOST_FAULTS) faults.push(`${where}: ${read.fault}`)
    }
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

/** Line by line where the first line is a document, else one document behind the other. */
function* parts(text: string): Generator<Found> {
  const lines = splitLines(text)
  if ('value' in parse(lines[0]!.text)) {
    for (const [index, line] of lines.entries()) yield { where: `Sample ${index + 1}`, text: line.text }
    return
  }
  let at = 0
  for (let index = 1; ; index++) {
    while (at < text.length && /[\s,]/.test(text.charAt(at))) at++
    if (at >= text.length) return
    const end = '{['.includes(text.charAt(at)) ? Math.min(endOfValue(text, at), text.length) : text.length
    yield { where: `Sample ${index}`, text: text.slice(at, end) }
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

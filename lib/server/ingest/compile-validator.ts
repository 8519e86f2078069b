import 'server-only'
import { Ajv, type ErrorObject, type Format, type Options, type ValidateFunction } from 'ajv'
import draft04 from 'ajv-draft-04'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import type { Validity } from '@/lib/contracts/event'
import type { Violation } from '@/lib/contracts/problem-details'
import { isUsualInstant } from '@/lib/domain/envelope/instant'
import { canonicalize } from '@/lib/domain/json/canonical'
import { isObject, own, type Json } from '@/lib/domain/json/json'
import { appendPointer } from '@/lib/domain/json/pointer'
import { remoteReferences } from '@/lib/domain/schema/remote-references'
import { instrumentSchema, STEP } from './instrument-schema'
import { compileLinearPattern } from './linear-pattern'

/** Bounds of what is compiled at all: seconds for a hostile schema, once a version. */
const MAX_SCHEMA_CHARACTERS = 512 * 1024
const MAX_SCHEMA_NODES = 20_000
/** Beyond so many parts ajv improves nothing of the code it writes: with 1,000 `contains` that takes 5 of 6 seconds. */
const MAX_IMPROVED_NODES = 2_000
/** References followed for one event: far above any honest schema, far below what stalls a server. */
const MAX_STEPS = 100_000
/** Characters that patterns read for one event, each pattern its own: linear in the text, and a schema holds thousands. */
const MAX_PATTERN_CHARACTERS = 50_000_000
/** What a pattern costs however short the text is, in characters. */
const PATTERN_START = 64
const MAX_PROBLEMS = 20
/** Beyond this size of data only the first problem is looked for: every problem is an object in memory. */
const MAX_DETAILED_CHARACTERS = 256 * 1024
/** Some formats are known by expressions that are not linear; no honest value is longer. */
const MAX_FORMAT_CHARACTERS = 2_000

export interface Judgement {
  validity: Validity
  problems: Violation[]
}

/** Judges a data block by one schema. `block` is what the pointers of the problems start with. */
export type Validator = (data: Json, characters: number, block: string) => Judgement

// A CommonJS default: bundlers and node disagree on where it is.
const Ajv04 = (draft04 as unknown as { default?: typeof Ajv }).default ?? draft04

type Resolve = (uri: string) => Json | undefined
type Draft = '04' | '07' | '2019' | '2020'

let steps = 0
let patternCharacters = 0
let unchecked: string[] = []
/** Whether some format did not fit since `run` began; formats are noted on the way and decide nothing. */
let formatMissed = false

const step = () => {
  if (++steps > MAX_STEPS) throw new RangeError('too many references')
  return true
}

const regExp = Object.assign(
  (pattern: string) => {
    const compiled = compileLinearPattern(pattern)
    const toString = () => pattern
    if (!compiled) {
      unchecked.push(pattern)
      return { test: () => true, toString }
    }
    const test = (text: string) => {
      patternCharacters += text.length + PATTERN_START
      if (patternCharacters > MAX_PATTERN_CHARACTERS) throw new RangeError('too much text for patterns')
      return compiled.test(text)
    }
    return { test, toString }
  },
  { code: 'compileLinearPattern' },
)

/** In the built-in one, comparing each item with each other takes hours on a long array. */
function hasUniqueItems(unique: boolean, items: Json[]): boolean {
  return !unique || items.length < 2 || new Set(items.map(canonicalize)).size === items.length
}

type Look = 'verdict' | 'details' | 'formats'

type FormatCheck = (text: string) => boolean

/** How each way of looking reads formats: noted, not at all, as assertions. */
const formats: Record<Look, Record<string, Format>> = {
  verdict: allFormats((check) => (text) => {
    formatMissed ||= !check(text)
    return true
  }),
  details: {},
  formats: allFormats((check) => check),
}

function allFormats(as: (check: FormatCheck) => FormatCheck): Record<string, Format> {
  const all = Object.entries(fullFormats as Record<string, unknown>)
  return Object.fromEntries(
    all.map(([name, format]): [string, Format] => {
      if (isHolder(format) && format.type === 'number') return [name, true]
      return [name, { type: 'string', validate: as(withUsual(name, bounded(format))) }]
    }),
  )
}

/** Nearly every event has a date-time, and nearly all are written alike: ajv's way takes them apart with three expressions. */
function withUsual(name: string, check: FormatCheck): FormatCheck {
  return name === 'date-time' ? (text) => isUsualInstant(text) || check(text) : check
}

function bounded(format: unknown): FormatCheck {
  const matches = typeof format === 'function' ? (format as FormatCheck) : undefined
  const expression = format instanceof RegExp ? format : undefined
  const holder = isHolder(format) ? format : undefined
  return (text) => {
    if (text.length > MAX_FORMAT_CHARACTERS) return true
    if (matches) return matches(text)
    if (expression) return expression.test(text)
    if (holder?.validate instanceof RegExp) return holder.validate.test(text)
    return typeof holder?.validate === 'function' ? holder.validate(text) : true
  }
}

function isHolder(
  format: unknown,
): format is { type?: string; validate?: RegExp | ((text: string) => boolean) } {
  return typeof format === 'object' && format !== null && 'validate' in format
}

/** Engines are costly to make and hold the metaschemas: one for each draft, way of looking and of writing code. */
const engines = new Map<string, Ajv>()

function engine(draft: Draft, look: Look, isImproved: boolean): Ajv {
  const key = `${draft} ${look} ${isImproved}`
  const known = engines.get(key)
  if (known) return known
  const options: Options = {
    strict: false,
    allErrors: look !== 'verdict',
    validateFormats: look !== 'details',
    formats: formats[look],
    ownProperties: true,
    inlineRefs: false,
    logger: false,
    code: { regExp, optimize: isImproved },
  }
  const Class = { '04': Ajv04, '07': Ajv, '2019': Ajv2019, '2020': Ajv2020 }[draft]
  const made = new Class(options)
  made.removeKeyword('uniqueItems')
  made.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    validate: hasUniqueItems,
    errors: false,
  })
  made.addKeyword({
    keyword: STEP,
    validate: step,
    errors: false,
    before: draft === '2020' || draft === '2019' ? '$dynamicRef' : '$ref',
  })
  engines.set(key, made)
  return made
}

/**
 * Compiles a published schema. Formats never decide; a pattern outside the linear subset is not run and said to be
 * unchecked. Nothing is ever fetched.
 * @param resolve another schema of the catalog by its address; what it does not know, the schema cannot be used without
 * @returns a validator that answers `unknown` where the schema cannot be used, with the reason
 */
export function compileValidator(schemaText: string, resolve: Resolve = () => undefined): Validator {
  if (schemaText.length > MAX_SCHEMA_CHARACTERS) return unusable('it has more than 512 Ki characters')
  try {
    return compile(JSON.parse(schemaText) as Json, resolve)
  } catch (error) {
    return unusable(error instanceof Error ? error.message : String(error))
  }
}

function unusable(reason: string): Validator {
  const message = `The schema cannot be used: ${reason.slice(0, 300)}`
  return (_, __, block) => ({
    validity: 'unknown',
    problems: [{ pointer: `/${block}`, code: 'schema-not-usable', message }],
  })
}

function compile(schema: Json, resolve: Resolve): Validator {
  const draft = draftOf(schema)
  const instrumented = instrumentAll(schema, draft, resolve)
  unchecked = []
  const verdict = build(draft, 'verdict', instrumented)
  const patterns = [...new Set(unchecked)].slice(0, 5)
  let withFormats: ValidateFunction | undefined
  let details: ValidateFunction | undefined
  return (data, characters, block) => {
    const problems: Violation[] = patterns.map((pattern) => ({
      pointer: `/${block}`,
      code: 'pattern-not-checked',
      message: `The pattern ${pattern.slice(0, 100)} needs look-around or back-references and was not run.`,
    }))
    try {
      if (run(verdict, data)) {
        if (formatMissed && characters <= MAX_DETAILED_CHARACTERS) {
          withFormats ??= build(draft, 'formats', instrumented)
          if (!run(withFormats, data))
            problems.push(...violations(withFormats, block).filter(({ code }) => code === 'format'))
        }
        return { validity: 'valid', problems }
      }
      let failed = verdict
      if (characters <= MAX_DETAILED_CHARACTERS) {
        details ??= build(draft, 'details', instrumented)
        run(details, data)
        failed = details
      }
      return { validity: 'invalid', problems: [...violations(failed, block), ...problems] }
    } catch (error) {
      // Too many references, endless ones that overflow the stack, or too much text for too many patterns.
      if (!(error instanceof RangeError)) throw error
      const message = 'Checking this event against its schema takes too long; it was given up.'
      return { validity: 'unknown', problems: [{ pointer: `/${block}`, code: 'too-complex', message }] }
    }
  }
}

/** A schema and the documents it refers to, by their addresses, ready to be compiled. */
interface Compilable {
  schema: Json
  documents: ReadonlyMap<string, Json>
  /** Objects and arrays of all of them. */
  nodes: number
}

/** @throws Error with the reason why the schema cannot be used */
function instrumentAll(schema: Json, draft: Draft, resolve: Resolve): Compilable {
  const referenceStandsAlone = draft === '04' || draft === '07'
  let left = MAX_SCHEMA_NODES
  const instrument = (document: Json): Json => {
    const { schema: instrumented, nodes } = instrumentSchema(document, referenceStandsAlone)
    left -= nodes
    if (left < 0) throw new Error(`it has more than ${MAX_SCHEMA_NODES} parts, what it refers to counted in`)
    return instrumented
  }
  const documents = new Map<string, Json>()
  const root = instrument(schema)
  const open = [...remoteReferences(schema)]
  for (let uri = open.pop(); uri !== undefined; uri = open.pop()) {
    const document = documents.has(uri) ? undefined : resolve(uri)
    if (document === undefined) continue
    if (draftOf(document) !== draft)
      throw new Error(`it refers to ${uri}, which is written in another draft of JSON Schema`)
    documents.set(uri, instrument(document))
    open.push(...remoteReferences(document))
  }
  return { schema: root, documents, nodes: MAX_SCHEMA_NODES - left }
}

function run(validate: ValidateFunction, data: Json): boolean {
  steps = 0
  patternCharacters = 0
  formatMissed = false
  return validate(data)
}

function build(draft: Draft, look: Look, { schema, documents, nodes }: Compilable): ValidateFunction {
  const ajv = engine(draft, look, nodes <= MAX_IMPROVED_NODES)
  try {
    for (const [uri, document] of documents) ajv.addSchema(document as object, uri)
    return ajv.compile(schema as object)
  } finally {
    // The engine would keep every schema it ever saw, and refuse another version with the same $id.
    ajv.removeSchema(schema as object)
    for (const [uri, document] of documents) ajv.removeSchema(uri).removeSchema(document as object)
  }
}

/** The draft a schema names, else the newest one in which it is valid. */
function draftOf(schema: Json): Draft {
  const uri = isObject(schema) ? own(schema, '$schema') : undefined
  if (typeof uri === 'string') {
    if (uri.includes('draft-04')) return '04'
    if (uri.includes('draft-06') || uri.includes('draft-07')) return '07'
    if (uri.includes('2019-09')) return '2019'
    return '2020'
  }
  const drafts: Draft[] = ['2020', '2019', '07', '04']
  const isValidIn = (draft: Draft) => engine(draft, 'verdict', true).validateSchema(schema as object) === true
  return drafts.find(isValidIn) ?? '2020'
}

function violations(validate: ValidateFunction, block: string): Violation[] {
  return (validate.errors ?? []).slice(0, MAX_PROBLEMS).map((error) => ({
    pointer: `/${block}${placeOf(error)}`,
    code: error.keyword,
    message: messageOf(error),
  }))
}

/** A missing or unwanted member is pointed at itself, not at the object around it. */
function placeOf({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty, unevaluatedProperty } = params as Record<string, unknown>
  const name = missingProperty ?? additionalProperty ?? unevaluatedProperty
  return typeof name === 'string' ? appendPointer(instancePath, name.slice(0, 200)) : instancePath
}

function messageOf(error: ErrorObject): string {
  if (error.keyword === 'enum') {
    const allowed = (error.params as { allowedValues?: unknown[] }).allowedValues ?? []
    return `must be one of ${JSON.stringify(allowed).slice(0, 200)}`
  }
  if (error.keyword === 'uniqueItems') return 'must not hold an item twice'
  return (error.message ?? error.keyword).slice(0, 300)
}

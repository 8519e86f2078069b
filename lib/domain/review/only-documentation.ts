import { canonicalize } from '@/lib/domain/json/canonical'
import { isDeeperThan } from '@/lib/domain/json/depth'
import { isObject, type Json } from '@/lib/domain/json/json'
import { readJson } from '@/lib/domain/json/read-json'
import { keywordRules, type ValueForm } from '@/lib/domain/compatibility/schema/keywords'

/** What of a draft decides what is published. */
export interface DraftContent {
  readonly event_type: string
  readonly kind: string
  readonly entity: string | null
  readonly operation: string | null
  readonly owner: string | null
  readonly label: string
  readonly schema_text: string
}

const decisive = ['event_type', 'kind', 'entity', 'operation', 'owner', 'label'] as const

/** Keywords that speak to people alone. */
const WORDS: ReadonlySet<string> = new Set(['title', 'description', 'examples', '$comment', 'deprecated'])
const keywordsOf = (...forms: ValueForm[]): ReadonlySet<string> =>
  new Set(keywordRules.filter(({ form }) => forms.includes(form)).map(({ keyword }) => keyword))
const HOLD_SCHEMAS = keywordsOf('schema', 'schemaOrBoolean', 'schemas', 'schemaOrSchemas')
const HOLD_NAMED_SCHEMAS = keywordsOf('schemaMap', 'dependencies', 'someDependencies')
/** Texts that nest deeper are taken to be changed. */
const MAX_DEPTH = 400

/**
 * Whether one revision says only in other words what the one before said: then what was said of that one holds for this
 * one too. Everything but those words has to be the same, without weighing what it does: a mark such as `x-sensitive`
 * decides who sees a value, and an `$id` what others refer to. (A list of changes ends somewhere; this does not.)
 */
export function changesOnlyDocumentation(before: DraftContent, after: DraftContent): boolean {
  if (decisive.some((key) => before[key] !== after[key])) return false
  if (before.schema_text === after.schema_text) return true
  const [old, now] = [readJson(before.schema_text), readJson(after.schema_text)]
  if (old === undefined || now === undefined) return false
  if (isDeeperThan(old, MAX_DEPTH) || isDeeperThan(now, MAX_DEPTH)) return false
  if (refersToWords(old) || refersToWords(now)) return false
  return canonicalize(withoutWords(old)) === canonicalize(withoutWords(now))
}

const REFERENCES: ReadonlySet<string> = new Set(['$ref', '$dynamicRef', '$recursiveRef'])

/** Whether a schema refers to what stands under a word, such as an example: it is a schema, too, then. */
function refersToWords(value: Json): boolean {
  if (Array.isArray(value)) return value.some(refersToWords)
  if (!isObject(value)) return false
  return Object.entries(value).some(([keyword, held]) =>
    REFERENCES.has(keyword) && typeof held === 'string' ? leadsToWords(held) : refersToWords(held),
  )
}

function leadsToWords(reference: string): boolean {
  const tokens = tokensOf(reference.slice(reference.indexOf('#') + 1))
  return tokens.some((token, i) => WORDS.has(token) && !HOLD_NAMED_SCHEMAS.has(tokens[i - 1] ?? ''))
}

/** Of a pointer in a URI; where it is none, every word is taken for a token. */
function tokensOf(fragment: string): string[] {
  try {
    return decodeURIComponent(fragment).split('/')
  } catch {
    return [...WORDS]
  }
}

/** Recursive: depth is bounded. */
function withoutWords(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withoutWords)
  if (!isObject(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !WORDS.has(keyword))
      .map(([keyword, value]) => [keyword, withoutWordsIn(keyword, value)]),
  )
}

/** Within what holds no schema, a word is a name or a value. */
function withoutWordsIn(keyword: string, value: Json): Json {
  if (HOLD_SCHEMAS.has(keyword)) return withoutWords(value)
  if (!HOLD_NAMED_SCHEMAS.has(keyword) || !isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, withoutWords(schema)]))
}

import type { CompatibilityAnswer } from '@/lib/contracts/compatibility'
import { validatorOf, type Validity } from '@/lib/domain/compatibility/validate/validate'
import { compareSchemas } from '@/lib/domain/diff/compare-schemas'
import type { Finding } from '@/lib/domain/lint/finding'
import { lintEventType } from '@/lib/domain/lint/lint-event-type'
import type { LintInput } from '@/lib/domain/lint/rule'
import { generateSample } from '@/lib/domain/schema/sample/generate-sample'
import { parseSchemaText, type ParsedSchema } from '@/lib/domain/schema/parse-schema-text'
import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { readExamples } from './read-examples'
import { draftNameOf } from './schema-draft'

/** A draft as it stands in the editor. */
export interface DraftQuestion extends Pick<LintInput, 'name' | 'kind' | 'entity' | 'description'> {
  readonly schemaText: string
  readonly examplesText: string
}

/** What does not change while one types: handed over once. */
export interface DraftContext extends Pick<
  LintInput,
  'catalogNames' | 'entitySchemas' | 'settings' | 'nameStyle'
> {
  /** The version the draft continues. */
  readonly base: Json | undefined
  /** Schemas of the catalog that the draft or its base refers to, by address. */
  readonly documents?: Readonly<Record<string, Json>> | undefined
}

export interface DraftFindings {
  /** Why there is nothing to say yet, or null. */
  readonly broken: string | null
  readonly findings: readonly Finding[]
  /** One result an example; a text where they are no list. */
  readonly examples: readonly Validity[] | string
}

export interface DraftSample {
  readonly data: Json
  readonly isValid: boolean | undefined
}

/** What the rules say. The first answer to a key: the others wait for it. */
export function findInDraft(
  question: DraftQuestion,
  { base: _, documents, ...context }: DraftContext,
): DraftFindings {
  const { schemaText, examplesText, ...about } = question
  const parsed = parseSchemaText(schemaText)
  const examples = readExamples(examplesText)
  const schema = parsed.status === 'schema' ? parsed.schema : undefined
  return {
    broken: parsed.status === 'broken' ? parsed.message : null,
    findings: lintEventType({
      ...about,
      ...context,
      schema,
      examples: typeof examples === 'string' ? [] : examples,
    }),
    examples:
      typeof examples === 'string'
        ? examples
        : schema === undefined
          ? []
          : examples.map(validator(schema, documents)),
  }
}

function validator(schema: Json, documents: DraftContext['documents']): (value: Json) => Validity {
  return validatorOf(schema, { draft: draftNameOf(schema), resolve: resolverOf(documents) })
}

function resolverOf(documents: DraftContext['documents']) {
  return documents && ((uri: string) => (Object.hasOwn(documents, uri) ? documents[uri] : undefined))
}

/** What the draft does to those who read the version it continues; null where it continues none, or is no schema yet. */
export function judgeDraft(
  schemaText: string,
  { base, documents }: DraftContext,
): CompatibilityAnswer | null {
  const parsed = parseSchemaText(schemaText)
  if (base === undefined || parsed.status !== 'schema') return null
  return compareSchemas(base, parsed.schema, { resolve: resolverOf(documents) })
}

/** An event as the draft would have it, checked against it; null while it is no schema. */
export function sampleDraft(schemaText: string, documents?: DraftContext['documents']): DraftSample | null {
  const parsed: ParsedSchema = parseSchemaText(schemaText)
  if (parsed.status !== 'schema') return null
  const { schema } = parsed
  const validity = validator(schema, documents)
  const check = (value: Json) => validity(value).isValid
  const data = generateSample(bundled(schema, documents), { isValid: (value) => check(value) !== false })
  return { data, isValid: check(data) }
}

/** One document that holds those it refers to, for whoever looks into one alone. */
function bundled(schema: JsonObject | boolean, documents: DraftContext['documents']): Json {
  const others = Object.entries(documents ?? {})
  if (others.length === 0 || !isObject(schema)) return schema
  const isOldest = draftNameOf(schema) === 'draft-04'
  const keyword = draftNameOf(schema).startsWith('draft') ? 'definitions' : '$defs'
  const known = own(schema, keyword)
  const embedded = others.map(([uri, document]): [string, Json] => [
    `of the catalog: ${uri}`,
    { ...(isObject(document) ? document : { allOf: [document] }), [isOldest ? 'id' : '$id']: uri },
  ])
  return {
    ...schema,
    [keyword]: { ...(isObject(known ?? null) ? (known as JsonObject) : {}), ...Object.fromEntries(embedded) },
  }
}

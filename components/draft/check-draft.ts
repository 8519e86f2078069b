import type { CompatibilityAnswer } from '@/lib/contracts/compatibility'
import { validate, type Validity } from '@/lib/domain/compatibility/validate/validate'
import { compareSchemas } from '@/lib/domain/diff/compare-schemas'
import type { Json } from '@/lib/domain/json/json'
import type { Finding } from '@/lib/domain/lint/finding'
import { lintEventType } from '@/lib/domain/lint/lint-event-type'
import type { LintInput } from '@/lib/domain/lint/rule'
import { generateSample } from '@/lib/domain/schema/sample/generate-sample'
import { parseSchemaText, type ParsedSchema } from '@/lib/domain/schema/parse-schema-text'
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
export function findInDraft(question: DraftQuestion, { base: _, ...context }: DraftContext): DraftFindings {
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
      typeof examples === 'string' ? examples : schema === undefined ? [] : validateAll(schema, examples),
  }
}

function validateAll(schema: Json, examples: readonly Json[]): Validity[] {
  return examples.map((example) => validate(schema, example, { draft: draftNameOf(schema) }))
}

/** What the draft does to those who read the version it continues; null where it continues none, or is no schema yet. */
export function judgeDraft(schemaText: string, base: Json | undefined): CompatibilityAnswer | null {
  const parsed = parseSchemaText(schemaText)
  if (base === undefined || parsed.status !== 'schema') return null
  return compareSchemas(base, parsed.schema)
}

/** An event as the draft would have it, checked against it; null while it is no schema. */
export function sampleDraft(schemaText: string): DraftSample | null {
  const parsed: ParsedSchema = parseSchemaText(schemaText)
  if (parsed.status !== 'schema') return null
  const { schema } = parsed
  const draft = draftNameOf(schema)
  const check = (value: Json) => validate(schema, value, { draft }).isValid
  const data = generateSample(schema, { isValid: (value) => check(value) !== false })
  return { data, isValid: check(data) }
}

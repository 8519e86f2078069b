import 'server-only'
import Ajv, { type ErrorObject } from 'ajv'
import Ajv2019 from 'ajv/dist/2019.js'
import Ajv2020 from 'ajv/dist/2020.js'
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import AjvDraft04 from 'ajv-draft-04'
import type { Violation } from '@/lib/contracts/problem-details'
import type { Json } from '@/lib/domain/json/json'
import { isObject } from '@/lib/domain/json/json'

/** The dialects of JSON Schema a catalog may hold, by the address in `$schema` without scheme and fragment. */
const dialects = {
  'json-schema.org/draft-04/schema': () => new AjvDraft04(options),
  'json-schema.org/draft-06/schema': () =>
    new Ajv({ ...options, defaultMeta: draft06.$id }).addMetaSchema(draft06),
  'json-schema.org/draft-07/schema': () => new Ajv(options),
  'json-schema.org/draft/2019-09/schema': () => new Ajv2019(options),
  'json-schema.org/draft/2020-12/schema': () => new Ajv2020(options),
} as const
type Dialect = keyof typeof dialects

const options = { strict: false, allErrors: true, validateFormats: false, logger: false } as const

type Validator = Pick<Ajv, 'validateSchema' | 'errors'>
const validators = new Map<Dialect, Validator>()

/** What the metaschema has against a schema; empty where it is sound. Without `$schema` it is read as 2020-12. */
export function checkSchemaDocument(schema: Json): Violation[] {
  const named =
    isObject(schema) && Object.hasOwn(schema, '$schema')
      ? schema.$schema
      : 'https://json-schema.org/draft/2020-12/schema'
  const dialect = typeof named === 'string' ? named.replace(/^https?:\/\//, '').replace(/#$/, '') : ''
  if (!Object.hasOwn(dialects, dialect)) {
    return [
      {
        pointer: '/$schema',
        code: 'unknown-dialect',
        message: 'This is no JSON Schema draft we know: draft-04, -06, -07, 2019-09 and 2020-12 are',
      },
    ]
  }
  const validator = validatorFor(dialect as Dialect)
  // Told by `$schema` the validator would look for a metaschema of exactly that spelling.
  const { $schema: _, ...rest } = isObject(schema) ? schema : {}
  if (validator.validateSchema(isObject(schema) ? rest : (schema as boolean)) === true) return []
  return (validator.errors ?? []).slice(0, 20).map(toViolation)
}

function validatorFor(dialect: Dialect): Validator {
  const known = validators.get(dialect)
  if (known) return known
  const made: Validator = dialects[dialect]()
  validators.set(dialect, made)
  return made
}

function toViolation(error: ErrorObject): Violation {
  return { pointer: error.instancePath, code: error.keyword, message: error.message ?? 'is not valid here' }
}

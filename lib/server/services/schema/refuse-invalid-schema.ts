import 'server-only'
import type { Json } from '@/lib/domain/json/json'
import { checkSchemaDocument } from '@/lib/server/schema-documents/check-schema-document'
import { problem } from '@/lib/server/services/problem'

/** @throws Problem `invalid-schema` where the schema breaks the metaschema of its draft */
export function refuseInvalidSchema(schema: Json): void {
  const violations = checkSchemaDocument(schema)
  const first = violations[0]
  if (!first) return
  throw problem(
    'invalid-schema',
    `The schema is not valid JSON Schema: ${first.pointer || 'it'} ${first.message}.`,
    violations.map((violation) => ({ ...violation, pointer: `/schema${violation.pointer}` })),
  )
}

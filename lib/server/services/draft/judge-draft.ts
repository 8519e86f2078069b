import 'server-only'
import type { Verdict } from '@/lib/contracts/compatibility'
import type { RevisionContent } from '@/lib/contracts/proposal'
import { newVersionSchema, type NewVersion } from '@/lib/contracts/schema-version'
import type { Json } from '@/lib/domain/json/json'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { compare, type Asker } from '@/lib/server/comparing/compare'
import { readSchemaTexts } from '@/lib/server/stores/schema-version-store'
import { catalogDocuments } from '@/lib/server/schema-documents/catalog-resolver'
import { jsonLosses } from '@/lib/server/services/json-losses'
import { problem } from '@/lib/server/services/problem'
import { refuseInvalidSchema } from '@/lib/server/services/schema/refuse-invalid-schema'

type Texts = Pick<RevisionContent, 'schema_text' | 'examples_text' | 'label' | 'summary' | 'base'>

/** The author's texts as a publication. @throws Problem `invalid-schema` where they are not JSON or not a schema */
export function parseDraft(draft: Texts): NewVersion {
  const parsed = newVersionSchema.safeParse({
    schema: readJson(draft.schema_text, '/schema_text', 'schema'),
    examples: readJson(draft.examples_text, '/examples_text', 'list of examples'),
    label: draft.label === '' ? undefined : draft.label,
    notes: draft.summary,
    base: draft.base ?? undefined,
  })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw problem(
      'invalid-schema',
      `This draft is no publication yet: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
    )
  }
  refuseInvalidSchema(parsed.data.schema as Json)
  return parsed.data
}

function readJson(text: string, pointer: string, what: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const message = (error as Error).message.slice(0, 200)
    throw problem('invalid-schema', `The ${what} is not JSON: ${message}`, [
      { pointer, code: 'malformed-json', message },
    ])
  }
  const lost = jsonLosses(text, value)[0]
  if (!lost) return value
  throw problem('invalid-schema', `The ${what} cannot be kept as it is: ${lost.pointer}: ${lost.message}`, [
    { ...lost, pointer },
  ])
}

/**
 * What the draft does to those who read the version it continues; null where it continues none.
 * @throws Problem `comparing-busy`, `comparison-given-up` where they are large; what the asker's signal says
 */
export async function judgeDraft(draft: RevisionContent, asker: Asker): Promise<Verdict | null> {
  if (draft.base === null) return null
  const row = (await currentCatalog()).entries.get(draft.event_type)?.row
  const base = row?.versions.find(({ label }) => label === draft.base)
  if (!base) return null
  const text = (await readSchemaTexts([base.id])).get(base.id) ?? '{}'
  const [before, after] = [JSON.parse(text) as Json, JSON.parse(draft.schema_text) as Json]
  const documents = await catalogDocuments([before, after])
  return compare('verdict', { before, after, documents }, asker)
}

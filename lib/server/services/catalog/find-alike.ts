import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import type { Json } from '@/lib/domain/json/json'
import { fieldNames } from '@/lib/domain/schema/field-names'
import { currentAlikeIndex } from '@/lib/server/catalog-index/alike-in-catalog'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { readDraft } from '@/lib/server/services/proposal/hold-proposal'

const SHOWN = 5

/**
 * Event types of the catalog that may be what a draft is about, best first. While its text is no JSON its name and its
 * description speak alone.
 * @throws Problem `draft-not-found`
 */
export async function findAlike(actor: Actor, { id }: { id: string }): Promise<CallOutput<'listAlike'>> {
  authorize(actor, 'read')
  const draft = await readDraft(actor, id)
  const { entries } = await currentCatalog()
  const index = await currentAlikeIndex()
  const found = index.find(
    { name: draft.event_type, description: draft.description, fields: fieldsOf(draft.schema_text) },
    SHOWN,
  )
  const items = found.flatMap(({ name, sameThing, sameVerb, shared, fields }) => {
    const row = entries.get(name)?.row
    if (!row) return []
    const { kind, owner, description, status, successor } = row
    return [
      {
        event_type: name,
        ...{ kind, owner, description, status, successor },
        same_thing: sameThing,
        same_verb: sameVerb,
        shared_fields: [...shared],
        field_count: fields,
      },
    ]
  })
  return { items, next_cursor: null }
}

function fieldsOf(text: string): string[] {
  try {
    return fieldNames(JSON.parse(text) as Json)
  } catch {
    return []
  }
}

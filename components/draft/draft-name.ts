import type { DraftValues } from '@/lib/client/draft-saver'
import { cudName } from '@/lib/domain/naming/cud-name'

type Named = Pick<DraftValues, 'event_type' | 'kind' | 'entity' | 'operation'>

/** Another kind; a CUD event is about the entity that its name says. */
export function kindChosen(name: string, kind: DraftValues['kind']): Omit<Named, 'event_type'> {
  return { kind, ...said(kind === 'cud' ? name : '') }
}

/** Another name. Entity and operation go along where they were what the old one said, and stay where somebody said otherwise. */
export function renamed(values: Named, name: string): Partial<Named> {
  const before = said(values.event_type)
  const isOwn =
    (values.entity !== null && values.entity !== before.entity) ||
    (values.operation !== null && values.operation !== before.operation)
  return { event_type: name, ...(values.kind === 'cud' && !isOwn && said(name)) }
}

function said(name: string): Pick<Named, 'entity' | 'operation'> {
  const cud = cudName(name)
  return { entity: cud?.entity ?? null, operation: cud?.operation ?? null }
}

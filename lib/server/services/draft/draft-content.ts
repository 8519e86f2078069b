import 'server-only'
import type { RevisionContent } from '@/lib/contracts/proposal'
import type { StoredDraft } from '@/lib/server/stores/draft-store'

/** Everything an author writes of a draft, as a revision keeps it. */
export function contentOf(draft: StoredDraft): RevisionContent {
  const {
    event_type,
    kind,
    entity,
    operation,
    description,
    label,
    summary,
    schema_text,
    examples_text,
    base,
  } = draft
  return {
    event_type,
    kind,
    entity,
    operation,
    description,
    owner: draft.owner?.slug ?? null,
    domain: draft.domain?.slug ?? null,
    label,
    summary,
    schema_text,
    examples_text,
    base,
  }
}

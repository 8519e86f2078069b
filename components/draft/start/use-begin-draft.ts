'use client'

import { useRouter } from 'next/navigation'
import { useStartDraft } from '@/lib/client/draft-mutations'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { paths } from '@/lib/client/paths'
import type { NewDraft } from '@/lib/contracts/draft'
import { cudName } from '@/lib/domain/naming/cud-name'

/** Makes a draft and goes to it. A new event type whose name is an entity's and Created, Updated or Deleted is a CUD event. */
export function useBeginDraft() {
  const router = useRouter()
  const start = useStartDraft()
  return {
    begin: (draft: NewDraft, isNew = true): void => {
      const kind = isNew && cudName(draft.event_type) ? ('cud' as const) : undefined
      start.mutate({ ...draft, kind }, { onSuccess: ({ id }) => router.push(paths.draft(id)) })
    },
    isPending: start.isPending,
    problem: formError(start.error),
    errorOf: (field: string) => fieldErrors(start.error).get(field),
  }
}

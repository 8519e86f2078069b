'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { call } from '@/lib/client/api'
import { useStartDraft } from '@/lib/client/draft-mutations'
import { formError } from '@/lib/client/field-errors'
import { paths } from '@/lib/client/paths'
import { draftFromEvents } from '@/lib/client/seen-type-queries'
import { May } from '@/components/shell/may'
import { Button } from '@/components/ui/button'

/** The way from a version that is seen and not in the catalog to its draft: begun with the schema its events show. */
export function DraftSeenVersion({ name, version }: { name: string; version: string }) {
  const router = useRouter()
  const { mutateAsync: startDraft } = useStartDraft()
  const start = useMutation({
    mutationFn: async () => {
      const seen = await call('inferSeenType', { params: { name }, query: { version } })
      return startDraft(draftFromEvents(seen, version))
    },
    onSuccess: ({ id }) => router.push(paths.draft(id)),
  })
  return (
    <May does="draft">
      <p className="mt-1.5 flex flex-wrap items-center gap-2">
        <Button size="small" busy={start.isPending} onClick={() => start.mutate()}>
          {start.isPending ? 'Starting …' : 'Draft its schema'}
          <span className="sr-only"> of version {version}</span>
        </Button>
        {start.error !== null && (
          <span role="alert" className="text-breaking">
            {formError(start.error)}
          </span>
        )}
      </p>
    </May>
  )
}

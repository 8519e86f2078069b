'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { announce } from '@/components/ui/announcer'
import { call } from '@/lib/client/api'
import { browserHolding, DraftBackup } from '@/lib/client/draft-backup'
import { DraftSaver, type DraftSnapshot } from '@/lib/client/draft-saver'
import { draftQueries } from '@/lib/client/draft-queries'
import { reviewQueries } from '@/lib/client/review-queries'
import type { Draft } from '@/lib/contracts/draft'

/**
 * The saver of one draft for the life of its page; what an earlier page left behind is taken up.
 * @param latest the newest revision that is known of: another tab's, another person's, or that of a save which was on
 *   its way while the page was loaded again
 */
export function useDraftSaver(draft: Draft, latest: number): { saver: DraftSaver; snapshot: DraftSnapshot } {
  const client = useQueryClient()
  const [backup] = useState(() => new DraftBackup(draft.id, randomName(), () => localStorage, browserHolding))
  const [saver] = useState(() => {
    const { id } = draft
    const keep = (saved: Draft) => client.setQueryData(draftQueries.detail(id).queryKey, saved) ?? saved
    return new DraftSaver(draft, {
      save: async (revision, body) => keep(await call('updateDraft', { params: { id }, body, revision })),
      load: async () => keep(await call('getDraft', { params: { id } })),
      backup,
      automatic: draft.state === 'draft',
    })
  })
  useEffect(() => {
    const close = backup.open()
    void saver.restore()
    // A save that was on its way while this page was loaded may be in by now.
    void client.invalidateQueries({ queryKey: reviewQueries.detail(draft.id).queryKey })
    const warn = (event: BeforeUnloadEvent) => {
      backup.flush()
      // What the browser keeps is not lost, but where it cannot be saved others do not see it: the browser may ask.
      const { status, isKept } = saver.getSnapshot()
      const isElsewhere =
        status.kind === 'saved' || (isKept && status.kind !== 'offline' && status.kind !== 'signed-out')
      if (!isElsewhere) event.preventDefault()
    }
    // Also where a page is only put aside, and perhaps never comes back.
    const putAway = () => backup.flush()
    const online = () => draft.state === 'draft' && void saver.flush()
    window.addEventListener('beforeunload', warn)
    window.addEventListener('pagehide', putAway)
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('pagehide', putAway)
      window.removeEventListener('online', online)
      saver.dispose()
      close()
    }
  }, [client, saver, backup, draft.id, draft.state])
  useEffect(() => {
    saver.catchUp(latest).then(
      (hasChanged) => hasChanged && announce(`Revision ${latest} was saved elsewhere and is shown now`),
      // Where the server is not reached, the next save finds it.
      () => undefined,
    )
  }, [saver, latest])
  const snapshot = useSyncExternalStore(saver.subscribe, saver.getSnapshot, saver.getSnapshot)
  return { saver, snapshot }
}

/** Also where a page is loaded without TLS, and has no random ids to give. */
function randomName(): string {
  return Array.from({ length: 3 }, () => Math.random().toString(36).slice(2)).join('')
}

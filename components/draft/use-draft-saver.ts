'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { call } from '@/lib/client/api'
import { DraftSaver, type Backup, type DraftSnapshot } from '@/lib/client/draft-saver'
import { draftQueries } from '@/lib/client/draft-queries'
import type { Draft } from '@/lib/contracts/draft'

/** The saver of one draft for the life of its page; what an earlier page left behind is taken up. */
export function useDraftSaver(draft: Draft): { saver: DraftSaver; snapshot: DraftSnapshot } {
  const client = useQueryClient()
  const [saver] = useState(() => {
    const { id } = draft
    const keep = (saved: Draft) => client.setQueryData(draftQueries.detail(id).queryKey, saved) ?? saved
    return new DraftSaver(draft, {
      save: async (revision, body) => keep(await call('updateDraft', { params: { id }, body, revision })),
      load: async () => keep(await call('getDraft', { params: { id } })),
      backup: backupOf(id),
      automatic: draft.state === 'draft',
    })
  })
  useEffect(() => {
    saver.restore()
    const warn = (event: BeforeUnloadEvent) => {
      // Nothing would be lost, but what is not saved is not seen by others: the browser may ask.
      if (saver.getSnapshot().status.kind === 'offline') event.preventDefault()
    }
    const online = () => draft.state === 'draft' && void saver.flush()
    window.addEventListener('beforeunload', warn)
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('online', online)
      saver.dispose()
    }
  }, [saver, draft.state])
  const snapshot = useSyncExternalStore(saver.subscribe, saver.getSnapshot, saver.getSnapshot)
  return { saver, snapshot }
}

function backupOf(id: string): Backup {
  const key = `pasttense.draft.${id}`
  return {
    read: () => attempt(() => localStorage.getItem(key)) ?? null,
    write: (text) => void attempt(() => localStorage.setItem(key, text)),
    clear: () => void attempt(() => localStorage.removeItem(key)),
  }
}

/** Storage may be full or forbidden: then a reload within the pause of a save is the only loss. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}

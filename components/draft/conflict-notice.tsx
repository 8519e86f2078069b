'use client'

import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useFocusBack } from '@/components/ui/use-focus-back'
import type { DraftSaver, DraftSnapshot } from '@/lib/client/draft-saver'

const MergeDialog = dynamic(() => import('./merge-dialog').then((module) => module.MergeDialog), {
  ssr: false,
})

interface ConflictNoticeProps {
  id: string
  saver: DraftSaver
  snapshot: DraftSnapshot
  /** Where the focus goes when it is settled. */
  next: () => HTMLElement | null
}

/** Two people wrote. Both texts exist: one is on the server, the other on this screen. */
export function ConflictNotice({ id, saver, snapshot, next }: ConflictNoticeProps) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useFocusBack(box, next)
  return (
    <div
      ref={box}
      role="alert"
      // It stays in sight: whoever types far down the page would not learn of it.
      className="sticky top-[calc(var(--header-height)+0.5rem)] z-20 mx-5 mb-3 flex flex-wrap items-center gap-2 rounded-md bg-risky-soft px-3 py-2 text-risky shadow-raised"
    >
      <p className="min-w-60 flex-1">
        ▲ Somebody saved a newer revision while you wrote. What you see is yours, and it is kept in this
        browser until you choose.
      </p>
      <Button size="small" look="primary" onClick={() => setOpen(true)}>
        Bring both together …
      </Button>
      <Button size="small" onClick={() => void saver.keepMine()}>
        Save mine over it
      </Button>
      {open && <MergeDialog id={id} saver={saver} snapshot={snapshot} onClose={() => setOpen(false)} />}
    </div>
  )
}

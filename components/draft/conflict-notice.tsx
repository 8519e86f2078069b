'use client'

import { Button } from '@/components/ui/button'
import type { DraftSaver } from '@/lib/client/draft-saver'

/** Two people wrote. Both texts exist: one is on the server, the other on this screen. */
export function ConflictNotice({ saver }: { saver: DraftSaver }) {
  return (
    <div
      role="alert"
      className="mx-5 mb-3 flex flex-wrap items-center gap-2 rounded-md bg-risky-soft px-3 py-2 text-risky"
    >
      <p className="min-w-60 flex-1">
        ▲ Somebody saved a newer revision while you wrote. What you see is yours, and it is kept in this
        browser until you choose.
      </p>
      <Button size="small" onClick={() => void saver.takeTheirs()}>
        Take theirs
      </Button>
      <Button size="small" onClick={() => void saver.keepMine()}>
        Save mine over it
      </Button>
    </div>
  )
}

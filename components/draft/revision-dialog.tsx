import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Draft } from '@/lib/contracts/draft'
import { RevisionDifference } from './revision-difference'

interface RevisionDialogProps {
  draft: Draft
  revision: number
  /** Null where one may not go back. */
  onRestore: (() => void) | null
  onClose: () => void
}

/** A revision beside what is saved now, before one goes back to it. */
export function RevisionDialog({ draft, revision, onRestore, onClose }: RevisionDialogProps) {
  return (
    <Dialog
      wide
      onClose={onClose}
      title={`From revision ${revision} to ${draft.revision}`}
      description="What was changed since, as it is saved now."
    >
      <div className="-mx-4 -mt-4">
        <RevisionDifference draft={draft} revision={revision} same="It says the same as now." />
      </div>
      <div className="flex flex-wrap justify-end gap-2 pt-4">
        <Button onClick={onClose}>Close</Button>
        {onRestore && (
          <Button look="primary" onClick={onRestore}>
            Go back to revision {revision}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

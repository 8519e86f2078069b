import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Opened } from '@/components/ui/opened'

interface ShownOnceProps {
  /** Why it is to be copied now. */
  say: string
  secret: string
  /** What the button copies. */
  what: string
  onDone: () => void
  /** Where the focus goes then. */
  backTo: () => HTMLElement | null
}

/** A secret in the one moment in which it can be read. */
export function ShownOnce({ say, secret, what, onDone, backTo }: ShownOnceProps) {
  return (
    // Not by Escape: what it says is nowhere else.
    <Opened backTo={backTo}>
      <div role="status" className="flex flex-col gap-2 border-b border-line bg-accent-soft p-3">
        <p className="font-medium">{say}</p>
        <p className="flex flex-wrap items-center gap-2">
          <code translate="no" className="min-w-0 flex-1 basis-64 break-all">
            {secret}
          </code>
          <CopyButton text={secret} what={what}>
            Copy
          </CopyButton>
          <Button size="small" onClick={onDone}>
            I have it
          </Button>
        </p>
      </div>
    </Opened>
  )
}

import { Button } from './button'

interface DialogActionsProps {
  /** The word on the button that sends the form, and the one while it is on its way. */
  words: string
  busyWords?: string
  busy: boolean
  onCancel: () => void
}

/** The end of a form in a dialog: leave it, or send it. */
export function DialogActions({ words, busyWords = words, busy, onCancel }: DialogActionsProps) {
  return (
    <div className="flex justify-end gap-2 pt-1">
      <Button onClick={onCancel}>Cancel</Button>
      <Button look="primary" type="submit" busy={busy}>
        {busy ? busyWords : words}
      </Button>
    </div>
  )
}

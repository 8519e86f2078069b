import { Button } from '@/components/ui/button'

interface StartButtonProps {
  busy: boolean
  disabled: boolean
  children?: string
}

export function StartButton({ busy, disabled, children = 'Start the draft' }: StartButtonProps) {
  return (
    <div>
      <Button type="submit" look="primary" busy={busy} disabled={disabled}>
        {busy ? 'Starting …' : children}
      </Button>
    </div>
  )
}

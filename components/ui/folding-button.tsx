import { Button } from './button'

interface FoldingButtonProps {
  label: string
  /** The id of what it opens. */
  controls: string
  open: boolean
  /** How many of the things inside are set; 0 says nothing. */
  count?: number
  onToggle: () => void
  className?: string
}

/** Opens and folds what stands beneath it, and says how much of that is in use. */
export function FoldingButton({
  label,
  controls,
  open,
  count = 0,
  onToggle,
  className = '',
}: FoldingButtonProps) {
  return (
    <Button
      size="small"
      aria-expanded={open}
      aria-controls={controls}
      aria-label={count === 0 ? label : `${label}, ${count} set`}
      onClick={onToggle}
      className={`!h-7 ${className}`}
    >
      {label}
      {count > 0 && (
        <span aria-hidden className="rounded-full bg-accent-soft px-1.5 text-accent tabular-nums">
          {count}
        </span>
      )}
    </Button>
  )
}

import type { Ref } from 'react'
import { FoldingButton } from '@/components/ui/folding-button'

/** Whether the filters are open: by a person's choice, or on a wide screen only. */
export type FiltersShown = boolean | 'where-wide'

interface FiltersButtonProps {
  ref: Ref<HTMLDivElement>
  /** The id of what it opens. */
  controls: string
  /** Filters that are set. */
  count: number
  shown: FiltersShown
  onShow: (shown: boolean) => void
}

/**
 * Opens and folds the filters and says how many of them are set. It stands twice, for wide and for narrow screens, since
 * the server does not know which it is; one of the two is not displayed, for nobody.
 */
export function FiltersButton({ ref, controls, count, shown, onShow }: FiltersButtonProps) {
  const button = (open: boolean, className: string) => (
    <FoldingButton
      label="Filters"
      controls={controls}
      open={open}
      count={count}
      onToggle={() => onShow(!open)}
      className={className}
    />
  )
  return (
    <div ref={ref} className="flex">
      {button(shown === true, 'lg:!hidden')}
      {button(shown !== false, 'max-lg:!hidden')}
    </div>
  )
}

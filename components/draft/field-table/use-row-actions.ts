'use client'

import { useRef, useState } from 'react'
import { useBeforePaint } from '@/components/ui/use-before-paint'
import type { RowActions } from './field-row-view'

/** Actions that stay the same object, and do what those of the last rendering do. */
export function useRowActions(now: RowActions): RowActions {
  const latest = useRef(now)
  useBeforePaint(() => {
    latest.current = now
  })
  const [actions] = useState<RowActions>(() => ({
    onCell: (...given) => latest.current.onCell(...given),
    onEdit: (...given) => latest.current.onEdit(...given),
    onType: (...given) => latest.current.onType(...given),
    onRequire: (...given) => latest.current.onRequire(...given),
    onText: (...given) => latest.current.onText(...given),
  }))
  return actions
}

'use client'

import { useEffect, useState } from 'react'
import { useColours } from '@/lib/client/theme'
import { loadMonaco, type MonacoKit } from './load-monaco'
import { defineTheme, MONACO_THEMES } from './monaco-theme'

export type MonacoState =
  { status: 'loading' } | { status: 'ready'; kit: MonacoKit } | { status: 'failed'; retry: () => void }

/** The editor once it is there, in the page's colours, which it follows from then on. */
export function useMonaco(): MonacoState {
  const [kit, setKit] = useState<MonacoKit>()
  const [failures, setFailures] = useState(0)
  const [failed, setFailed] = useState(false)
  const colours = useColours()
  useEffect(() => {
    let wanted = true
    loadMonaco().then(
      (loaded) => wanted && setKit(loaded),
      () => wanted && setFailed(true),
    )
    return () => {
      wanted = false
    }
  }, [failures])
  useEffect(() => {
    if (!kit) return
    defineTheme(kit.monaco, colours)
    kit.monaco.editor.setTheme(MONACO_THEMES[colours])
  }, [kit, colours])
  if (kit) return { status: 'ready', kit }
  if (!failed) return { status: 'loading' }
  const retry = () => {
    setFailed(false)
    setFailures((count) => count + 1)
  }
  return { status: 'failed', retry }
}

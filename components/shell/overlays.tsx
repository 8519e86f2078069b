'use client'

import dynamic from 'next/dynamic'
import { useMemo, useState, type ReactNode } from 'react'
import { useGlobalKeys } from '@/lib/client/use-keys'
import { OverlaysContext } from './use-overlays'

const loadPalette = () => import('./palette').then((module) => module.Palette)
const Palette = dynamic(loadPalette, { ssr: false })
const KeySheet = dynamic(() => import('./key-sheet').then((module) => module.KeySheet), { ssr: false })

type Overlay = 'palette' | 'keys'

/** What opens over any page. Its code comes with its first opening. */
export function OverlaysProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<Overlay | null>(null)
  const [used, setUsed] = useState<ReadonlySet<Overlay>>(new Set())
  const overlays = useMemo(() => {
    const show = (overlay: Overlay) => {
      setUsed((before) => new Set(before).add(overlay))
      setOpen(overlay)
    }
    return {
      openPalette: () => show('palette'),
      openKeys: () => show('keys'),
      preparePalette: () => void loadPalette(),
    }
  }, [])
  useGlobalKeys({ palette: overlays.openPalette, help: overlays.openKeys })
  const setter = (overlay: Overlay) => (shown: boolean) => setOpen(shown ? overlay : null)
  return (
    <OverlaysContext value={overlays}>
      {children}
      {used.has('palette') && <Palette open={open === 'palette'} onOpenChange={setter('palette')} />}
      {used.has('keys') && <KeySheet open={open === 'keys'} onClose={() => setter('keys')(false)} />}
    </OverlaysContext>
  )
}

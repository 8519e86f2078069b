'use client'

import { createContext, use } from 'react'

interface Overlays {
  openPalette: () => void
  openKeys: () => void
  /** Fetches the palette's code ahead of the click: on hover and on focus. */
  preparePalette: () => void
}

/** Apart from the provider, which loads what opens: the palette itself asks for this. */
export const OverlaysContext = createContext<Overlays>({
  openPalette: () => undefined,
  openKeys: () => undefined,
  preparePalette: () => undefined,
})
export const useOverlays = () => use(OverlaysContext)

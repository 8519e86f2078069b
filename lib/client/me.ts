'use client'

import { createContext, useContext } from 'react'
import type { Me } from '@/lib/contracts/person'

const nobody: Me = { kind: 'local', id: 'stranger', name: '', role: 'reader', owners: [], scopes: [] }

/** Who looks at the screen, as the server saw it when the page was loaded. */
export const MeContext = createContext<Me>(nobody)

export const useMe = (): Me => useContext(MeContext)

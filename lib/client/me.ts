'use client'

import { createContext, useContext } from 'react'
import type { Me } from '@/lib/contracts/person'
import { may, type Action, type Subject } from '@/lib/domain/policy/policy'

const nobody: Me = { kind: 'local', id: 'stranger', name: '', role: 'reader', owners: [], scopes: [] }

/** Who looks at the screen, as the server saw it when the page was loaded. */
export const MeContext = createContext<Me>(nobody)

export const useMe = (): Me => useContext(MeContext)

/** Whether the table of rights lets whoever looks do that; the server asks it again. */
export function useMay(action: Action, subject?: Subject): boolean {
  return mayAs(useMe(), action, subject)
}

/** The same, outside of a component's first lines. */
export function mayAs(me: Me, action: Action, subject?: Subject): boolean {
  return may({ ...me, scopes: me.scopes && new Set(me.scopes) }, action, subject)
}

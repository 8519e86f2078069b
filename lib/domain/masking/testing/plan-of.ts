import type { Json } from '../../json/json'
import { planMask } from '../mask-plan'
import type { Sight } from '../mask-text'

/** Who sees neither what is sensitive nor what is undeclared. */
export const reader: Sight = { undeclared: false, sensitive: false }

/** Patterns as a browser would, but for looking ahead: one that cannot be run. */
export const compilePattern = (pattern: string) => {
  if (pattern.includes('(?=')) return null
  const expression = new RegExp(pattern, 'u')
  return (name: string) => expression.test(name)
}

export const planOf = (own: Json | undefined, ...later: Json[]) => planMask({ own, later, compilePattern })

import type { Json } from './json'

/** The value of a text, a field named `__proto__` among it; undefined where it is no JSON. */
export function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

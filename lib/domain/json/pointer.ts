import { isObject, own, type Json } from './json'

/** RFC 6901: one reference token, escaped. */
export function escapeToken(token: string | number): string {
  const text = String(token)
  return /[~/]/.test(text) ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text
}

export function appendPointer(pointer: string, ...tokens: (string | number)[]): string {
  return tokens.reduce<string>((path, token) => `${path}/${escapeToken(token)}`, pointer)
}

/** The tokens of a pointer, unescaped; the empty pointer has none. */
export function pointerTokens(pointer: string): string[] {
  if (pointer === '') return []
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Whether a pointer leads to a place or into it. */
export function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`)
}

/** A member or an element; undefined where there is none. An index has no leading zeros. */
export function childOf(value: Json | undefined, token: string): Json | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined
  return isObject(value) ? own(value, token) : undefined
}

/** What stands at a pointer; undefined where nothing does. */
export function valueAt(value: Json | undefined, pointer: string): Json | undefined {
  return pointerTokens(pointer).reduce<Json | undefined>((at, token) => childOf(at, token), value)
}

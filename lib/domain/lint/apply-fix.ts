import { isObject, type Json, type JsonObject } from '../json/json'
import { pointerTokens } from '../json/pointer'
import type { Fix, PatchOperation } from './finding'

/**
 * The document after a fix (RFC 6902), the one given left alone. Throws where the document is not the one the fix
 * was made for; a fix that only renames gives the document back.
 */
export function applyFix(document: Json, fix: Fix): Json {
  return (fix.patch ?? []).reduce<Json>(applyOperation, structuredClone(document))
}

function applyOperation(document: Json, operation: PatchOperation): Json {
  if (operation.op === 'move') {
    const from = operation.from ?? ''
    const moved = valueAt(document, pointerTokens(from))
    const without = put(document, pointerTokens(from), undefined, 'remove')
    return put(without, pointerTokens(operation.path), moved, 'add')
  }
  return put(document, pointerTokens(operation.path), operation.value, operation.op)
}

function valueAt(document: Json, tokens: readonly string[]): Json {
  return tokens.reduce<Json>((value, token) => {
    if (Array.isArray(value) && value[Number(token)] !== undefined) return value[Number(token)] as Json
    if (isObject(value) && Object.hasOwn(value, token)) return value[token] as Json
    throw new Error(`Nothing stands at "${token}".`)
  }, document)
}

function put(
  document: Json,
  tokens: readonly string[],
  value: Json | undefined,
  op: 'add' | 'remove' | 'replace',
): Json {
  const key = tokens[tokens.length - 1]
  if (key === undefined) return value ?? null
  const holder = valueAt(document, tokens.slice(0, -1))
  if (Array.isArray(holder)) {
    const index = key === '-' ? holder.length : Number(key)
    if (op === 'remove') holder.splice(index, 1)
    else holder.splice(index, op === 'add' ? 0 : 1, value ?? null)
  } else if (isObject(holder)) putMember(holder, key, value, op)
  else throw new Error(`"${key}" has no object or array to stand in.`)
  return document
}

/** Defined rather than assigned, since assigning `__proto__` would change the prototype instead. */
function putMember(
  holder: JsonObject,
  key: string,
  value: Json | undefined,
  op: 'add' | 'remove' | 'replace',
): void {
  if (op !== 'add' && !Object.hasOwn(holder, key)) throw new Error(`Nothing stands at "${key}".`)
  if (op === 'remove') delete holder[key]
  else
    Object.defineProperty(holder, key, {
      value: value ?? null,
      enumerable: true,
      configurable: true,
      writable: true,
    })
}

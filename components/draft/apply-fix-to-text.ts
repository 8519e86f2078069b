import { getNodeValue } from 'jsonc-parser'
import { insertAt, putAt, removeAt } from '@/lib/domain/json/edit-text'
import type { Json } from '@/lib/domain/json/json'
import { nodeAt } from '@/lib/domain/json/place-in-text'
import { pointerTokens } from '@/lib/domain/json/pointer'
import { textTree } from '@/lib/domain/json/text-tree'
import type { Fix, PatchOperation } from '@/lib/domain/lint/finding'

/** Applies a fix to the text itself, so that what the author laid out elsewhere stays as it is. */
export function applyFixToText(text: string, fix: Fix): string {
  return (fix.patch ?? []).reduce(applyOperation, text)
}

function applyOperation(text: string, { op, path, from, value }: PatchOperation): string {
  switch (op) {
    case 'remove':
      return removeAt(text, path)
    case 'replace':
      return putAt(text, path, value ?? null)
    case 'add':
      return add(text, path, value ?? null)
    case 'move': {
      const source = from ?? ''
      const root = textTree(text)
      const node = root && nodeAt(root, pointerTokens(source))
      return node ? add(removeAt(text, source), path, getNodeValue(node) as Json) : text
    }
  }
}

/** A member that is there already is replaced; an element moves the others on. */
function add(text: string, path: string, value: Json): string {
  const tokens = pointerTokens(path)
  const root = textTree(text)
  const holder = root && nodeAt(root, tokens.slice(0, -1))
  return holder?.type === 'array' ? insertAt(text, path, value) : putAt(text, path, value)
}

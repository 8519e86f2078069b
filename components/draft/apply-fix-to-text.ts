import { applyEdits, findNodeAtLocation, getNodeValue, modify, parseTree, type JSONPath } from 'jsonc-parser'
import { pointerTokens } from '@/lib/domain/json/pointer'
import type { Fix, PatchOperation } from '@/lib/domain/lint/finding'

const formatting = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } }

/** Applies a fix to the text itself, so that what the author laid out elsewhere stays as it is. */
export function applyFixToText(text: string, fix: Fix): string {
  return (fix.patch ?? []).reduce(applyOperation, text)
}

function applyOperation(text: string, { op, path, from, value }: PatchOperation): string {
  if (op === 'remove') return edit(text, pathOf(text, path), undefined, false)
  if (op === 'move') {
    const source = pathOf(text, from ?? '')
    const root = parseTree(text)
    const node = root && findNodeAtLocation(root, source)
    if (!node) return text
    const moved: unknown = getNodeValue(node)
    const without = edit(text, source, undefined, false)
    return edit(without, pathOf(without, path), moved, true)
  }
  return edit(text, pathOf(text, path), value, op === 'add')
}

function edit(text: string, path: JSONPath, value: unknown, isInsertion: boolean): string {
  const intoArray = typeof path.at(-1) === 'number'
  return applyEdits(
    text,
    modify(text, path, value, { ...formatting, isArrayInsertion: isInsertion && intoArray }),
  )
}

/** A pointer as a path: tokens under an array become numbers, `-` the place after its last element. */
function pathOf(text: string, pointer: string): JSONPath {
  const path: JSONPath = []
  const root = parseTree(text)
  for (const token of pointerTokens(pointer)) {
    const node = root && findNodeAtLocation(root, path)
    if (node?.type !== 'array') path.push(token)
    else path.push(token === '-' ? (node.children?.length ?? 0) : Number(token))
  }
  return path
}

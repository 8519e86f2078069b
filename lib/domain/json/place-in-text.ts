import { findNodeAtLocation, type Node } from 'jsonc-parser'
import { pointerTokens } from './pointer'
import { textTree } from './text-tree'

export interface TextRange {
  readonly offset: number
  readonly length: number
}

/** Where JSON Pointers stand in one text: worked out elsewhere, they hold for that text alone. */
export interface TextPlaces {
  readonly text: string
  readonly ranges: ReadonlyMap<string, TextRange>
}

export function textPlaces(text: string, pointers: readonly string[]): TextPlaces {
  const wanted = [...new Set(pointers)]
  const ranges = placesInText(text, wanted)
  return { text, ranges: new Map(wanted.map((pointer, index) => [pointer, ranges[index]!])) }
}

/**
 * Where a JSON Pointer stands in a text: the key of a member, an element, or the whole. A place that is not there any
 * more (the text went on) is looked for at its nearest ancestor.
 */
export function placesInText(text: string, pointers: readonly string[]): TextRange[] {
  const root = textTree(text)
  return pointers.map((pointer) => (root ? placeOf(root, pointerTokens(pointer)) : { offset: 0, length: 0 }))
}

function placeOf(root: Node, tokens: string[]): TextRange {
  for (let end = tokens.length; end > 0; end--) {
    const node = nodeAt(root, tokens.slice(0, end))
    if (!node) continue
    // A property is marked at its key: its value may be a page long.
    const marked = node.parent?.type === 'property' ? (node.parent.children?.[0] ?? node) : node
    return { offset: marked.offset, length: marked.length }
  }
  return { offset: root.offset, length: 1 }
}

/** The node at the tokens of a pointer: texts, of which an array asks for a number. */
export function nodeAt(root: Node, tokens: string[]): Node | undefined {
  let node: Node | undefined = root
  for (const token of tokens) {
    if (!node) return undefined
    node = findNodeAtLocation(node, [node.type === 'array' ? Number(token) : token])
  }
  return node
}

/** The line and the column of an offset, both counted from one. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

import type { Node } from 'jsonc-parser'
import { canonicalize } from './canonical'
import { isObject, type Json } from './json'
import { nodeAt } from './place-in-text'
import { appendPointer, pointerTokens } from './pointer'
import { textTree } from './text-tree'

/*
 * Edits of a JSON text at a place: all other characters stay as they are, and what is put in is laid out as its
 * neighbours are. A place that is not there leaves the text alone.
 */

/**
 * Replaces the value at a pointer; a member or an element that is not there yet is added as the last one.
 * @param before keys of members; a new member goes before the first of them that is there
 */
export function putAt(text: string, pointer: string, value: Json, before: readonly string[] = []): string {
  const found = find(text, pointer)
  if (!found) return text
  const { holder, node } = found
  if (node) {
    const isSpread = spansLines(text, node) || spansLines(text, holder)
    return splice(text, node, render(text, value, isSpread, indentOfLine(text, node.offset)))
  }
  const at = (holder.children ?? []).findIndex((child) => before.includes(keyOf(child)))
  return insertItem(text, holder, at === -1 ? Infinity : at, found.token, value)
}

/** Puts a value in before the element at a pointer, or after the member whose key is `after`, else as the last one. */
export function insertAt(text: string, pointer: string, value: Json, after?: string): string {
  const found = find(text, pointer)
  if (!found) return text
  const { holder, token } = found
  if (holder.type === 'array')
    return insertItem(text, holder, token === '-' ? Infinity : Number(token), token, value)
  const at = (holder.children ?? []).findIndex((child) => keyOf(child) === after)
  return insertItem(text, holder, at === -1 ? Infinity : at + 1, token, value)
}

/** Takes a member or an element out, with the comma that belonged to it. */
export function removeAt(text: string, pointer: string): string {
  const found = find(text, pointer)
  if (!found?.node) return text
  const { holder } = found
  const items = holder.children ?? []
  const index = items.indexOf(itemOf(found.node))
  const [before, item, next] = [items[index - 1], items[index]!, items[index + 1]]
  if (before) return cut(text, endOf(before), endOf(item))
  if (next) return cut(text, item.offset, next.offset)
  return cut(text, holder.offset + 1, endOf(holder) - 1)
}

/** Lets a member and the one `by` places further on change places. */
export function moveAt(text: string, pointer: string, by: 1 | -1): string {
  const found = find(text, pointer)
  if (!found?.node) return text
  const items = found.holder.children ?? []
  const index = items.indexOf(itemOf(found.node))
  const [first, second] = by === 1 ? [items[index], items[index + 1]] : [items[index - 1], items[index]]
  if (!first || !second) return text
  const slice = (node: Node) => text.slice(node.offset, endOf(node))
  const between = text.slice(endOf(first), second.offset)
  return text.slice(0, first.offset) + slice(second) + between + slice(first) + text.slice(endOf(second))
}

/** The text that says another value, changed only where that differs: what stays keeps its layout and its order. */
export function rewriteText(text: string, value: Json): string {
  return rewrite(text, '', JSON.parse(text) as Json, value)
}

/** Recursive: callers bound the depth. */
function rewrite(text: string, pointer: string, before: Json, after: Json): string {
  if (isSame(before, after)) return text
  if (!isObject(before) || !isObject(after)) return putAt(text, pointer, after)
  let changed = text
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) changed = removeAt(changed, appendPointer(pointer, key))
  }
  for (const key of Object.keys(after)) {
    const place = appendPointer(pointer, key)
    const value = after[key] as Json
    changed = Object.hasOwn(before, key)
      ? rewrite(changed, place, before[key] as Json, value)
      : putAt(changed, place, value)
  }
  return changed
}

function isSame(one: Json, other: Json): boolean {
  return canonicalize(one) === canonicalize(other)
}

/** A string in a text, as the key of a member or as a value, and what it becomes. */
export interface Replacement {
  readonly pointer: string
  readonly part: 'key' | 'value'
  readonly content: string
}

/** Replaces strings, wherever they stand, in one pass. */
export function replaceStrings(text: string, replacements: readonly Replacement[]): string {
  const root = textTree(text)
  if (!root) return text
  const edits = replacements.flatMap(({ pointer, part, content }) => {
    const node = nodeAt(root, pointerTokens(pointer))
    const token = part === 'value' ? node : node?.parent?.children?.[0]
    return token?.type === 'string' ? [{ token, content: JSON.stringify(content) }] : []
  })
  edits.sort((one, other) => other.token.offset - one.token.offset)
  return edits.reduce((edited, { token, content }) => splice(edited, token, content), text)
}

interface Found {
  readonly holder: Node
  readonly token: string
  readonly node: Node | undefined
}

/** The whole text is its own holder. */
function find(text: string, pointer: string): Found | undefined {
  const root = textTree(text)
  if (!root) return undefined
  const tokens = pointerTokens(pointer)
  const token = tokens.at(-1)
  if (token === undefined) return { holder: root, token: '', node: root }
  const holder = nodeAt(root, tokens.slice(0, -1))
  if (holder?.type !== 'object' && holder?.type !== 'array') return undefined
  return { holder, token, node: nodeAt(holder, [token]) }
}

function insertItem(text: string, holder: Node, index: number, key: string, value: Json): string {
  const items = holder.children ?? []
  const [first] = items
  const isSpread = first ? text.slice(holder.offset, first.offset).includes('\n') : text.includes('\n')
  const outer = indentOfLine(text, holder.offset)
  const indent = first && isSpread ? indentOfLine(text, first.offset) : outer + unitOf(text)
  const colon = first && holder.type === 'object' ? colonOf(text, first) : ': '
  const item =
    (holder.type === 'object' ? JSON.stringify(key) + colon : '') + render(text, value, isSpread, indent)
  const eol = eolOf(text)
  if (!first) {
    const padding = holder.type === 'object' ? ' ' : ''
    const inside = isSpread ? `${eol}${indent}${item}${eol}${outer}` : padding + item + padding
    return text.slice(0, holder.offset + 1) + inside + text.slice(endOf(holder) - 1)
  }
  const gap = isSpread ? eol + indent : gapOf(text, items)
  const next = items[index]
  if (next) return `${text.slice(0, next.offset)}${item},${gap}${text.slice(next.offset)}`
  const end = endOf(items.at(-1)!)
  return `${text.slice(0, end)},${gap}${item}${text.slice(end)}`
}

function render(text: string, value: Json, isSpread: boolean, indent: string): string {
  if (!isSpread) return inline(value)
  return JSON.stringify(value, null, unitOf(text)).replaceAll('\n', eolOf(text) + indent)
}

function inline(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0)
    return JSON.stringify(value)
  const members = Object.keys(value).map((key) => `${JSON.stringify(key)}: ${inline(value[key] as Json)}`)
  return `{ ${members.join(', ')} }`
}

function keyOf(item: Node): string {
  return item.type === 'property' ? String(item.children?.[0]?.value ?? '') : ''
}

/** A member for its value, an element for itself. */
function itemOf(node: Node): Node {
  return node.parent?.type === 'property' ? node.parent : node
}

function endOf(node: Node): number {
  return node.offset + node.length
}

function splice(text: string, node: Node, content: string): string {
  return text.slice(0, node.offset) + content + text.slice(endOf(node))
}

function cut(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(to)
}

function spansLines(text: string, node: Node): boolean {
  return text.slice(node.offset, endOf(node)).includes('\n')
}

function indentOfLine(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(start, offset))![0]
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/** What one level is set in by. */
function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text.slice(0, 10_000))?.[1] ?? '  '
}

/** What stands behind a comma. */
function gapOf(text: string, items: readonly Node[]): string {
  const [first, second] = items
  return first && second ? text.slice(endOf(first), second.offset).replace(',', '') : ' '
}

function colonOf(text: string, item: Node): string {
  const [key, value] = item.children ?? []
  return key && value ? text.slice(endOf(key), value.offset) : ': '
}

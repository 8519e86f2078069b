import type * as Monaco from 'monaco-editor/editor/editor.api.js'

/** The edit that makes a model's text another one, as small as one edit can be; undefined where it is that text already. */
export function changedPart(
  model: Monaco.editor.ITextModel,
  text: string,
): Monaco.editor.IIdentifiedSingleEditOperation | undefined {
  const before = model.getValue()
  if (before === text) return undefined
  const { start, end, content } = changedRange(before, text)
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)]
  return {
    range: {
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    },
    text: content,
  }
}

/** What stands between the two offsets of the first text becomes `content`: UTF-16 code units, end exclusive. */
export function changedRange(before: string, after: string): { start: number; end: number; content: string } {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  // Neither half of a character beyond the basic plane, nor of a line's end, is a place.
  if (start > 0 && /[\ud800-\udbff\r]/.test(before[start - 1]!)) start--
  let same = 0
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++
  if (same > 0 && /[\udc00-\udfff\n]/.test(before.at(-same)!)) same--
  return { start, end: before.length - same, content: after.slice(start, after.length - same) }
}

import type * as Monaco from 'monaco-editor/editor/editor.api.js'

/** The edit that makes a model's text another one, as small as one edit can be; undefined where it is that text already. */
export function changedPart(
  model: Monaco.editor.ITextModel,
  text: string,
): Monaco.editor.IIdentifiedSingleEditOperation | undefined {
  const before = model.getValue()
  if (before === text) return undefined
  let start = 0
  while (start < before.length && before[start] === text[start]) start++
  // Neither half of a character beyond the basic plane, nor of a line's end, is a place.
  if (start > 0 && /[\ud800-\udbff\r]/.test(before[start - 1]!)) start--
  let end = 0
  const most = Math.min(before.length, text.length) - start
  while (end < most && before[before.length - 1 - end] === text[text.length - 1 - end]) end++
  if (end > 0 && /[\udc00-\udfff\n]/.test(before[before.length - end]!)) end--
  const from = model.getPositionAt(start)
  const to = model.getPositionAt(before.length - end)
  return {
    range: {
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    },
    text: text.slice(start, text.length - end),
  }
}

import type * as Monaco from 'monaco-editor/editor/editor.api.js'
import { placesInText } from '@/lib/domain/json/place-in-text'
import type { Finding, Fix } from '@/lib/domain/lint/finding'

const SEVERITIES = { error: 8, warning: 4, hint: 2 } as const

/** What the verdict says at one place of the text. */
export interface VerdictNote {
  readonly path: string
  readonly tone: 'breaking' | 'risky'
  readonly words: string
  /** Which change it is, or null for the verdict as a whole. */
  readonly change: number | null
}

/** Findings as the editor's markers, one for one and in their order. */
export function markersOf(
  model: Monaco.editor.ITextModel,
  findings: readonly Finding[],
): Monaco.editor.IMarkerData[] {
  return rangesOf(
    model,
    findings.map(({ path }) => path),
  ).map((range, index) => ({
    severity: SEVERITIES[findings[index]?.severity ?? 'hint'],
    message: findings[index]?.message ?? '',
    source: findings[index]?.rule,
    ...range,
  }))
}

/** The verdict's notes behind the ends of their lines. Of several changes on one line the first speaks. */
export function decorationsOf(
  model: Monaco.editor.ITextModel,
  notes: readonly VerdictNote[],
): Monaco.editor.IModelDeltaDecoration[] {
  const lines = new Set<number>()
  return rangesOf(
    model,
    notes.map(({ path }) => path),
  ).flatMap(({ startLineNumber: line }, index) => {
    const note = notes[index]
    if (!note || lines.has(line)) return []
    lines.add(line)
    const end = model.getLineMaxColumn(line)
    return [
      {
        range: { startLineNumber: line, startColumn: end, endLineNumber: line, endColumn: end },
        options: {
          description: 'verdict',
          showIfCollapsed: true,
          after: {
            content: `   ${note.tone === 'breaking' ? '✕' : '▲'} ${note.words}`,
            inlineClassName: `verdict-note verdict-note-${note.tone}`,
          },
          hoverMessage: { value: note.change === null ? note.words : `${note.words}: click for the event` },
        },
      },
    ]
  })
}

/** The note that stands on a line. */
export function noteOnLine(
  model: Monaco.editor.ITextModel,
  notes: readonly VerdictNote[],
  line: number,
): VerdictNote | undefined {
  const ranges = rangesOf(
    model,
    notes.map(({ path }) => path),
  )
  return notes.find((_, index) => ranges[index]?.startLineNumber === line)
}

/** The fixes of findings that stand at a range: by keyboard as the editor's quick fixes. */
export function fixesAt(
  model: Monaco.editor.ITextModel,
  findings: readonly Finding[],
  range: Monaco.IRange,
): { fix: Fix; finding: Finding }[] {
  const markers = markersOf(model, findings)
  return findings.flatMap((finding, index) => {
    const marker = markers[index]
    const touches =
      marker && marker.startLineNumber <= range.endLineNumber && marker.endLineNumber >= range.startLineNumber
    return finding.fix?.patch && touches ? [{ fix: finding.fix, finding }] : []
  })
}

function rangesOf(model: Monaco.editor.ITextModel, pointers: readonly string[]): Monaco.IRange[] {
  return placesInText(model.getValue(), pointers).map(({ offset, length }) => {
    const start = model.getPositionAt(offset)
    const end = model.getPositionAt(offset + length)
    return {
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    }
  })
}

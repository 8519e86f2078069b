import type * as Monaco from 'monaco-editor/editor/editor.api.js'
import type { MonacoKit } from '@/components/schema/monaco/load-monaco'
import type { TextPlaces } from '@/lib/domain/json/place-in-text'
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

/** What is said of places of a text, with where they stand in it. */
export interface Placed<T> {
  readonly all: readonly T[]
  readonly places: TextPlaces
}

/**
 * What the checks say, marked in an editor. The places were looked for off the page's thread, in the text that was
 * checked: where somebody wrote on meanwhile, the editor moves the marks of before with the text until the next answer.
 */
export class EditorMarks {
  private findings: readonly Finding[] = []
  private notes: readonly VerdictNote[] = []
  /** One for each finding, in their order; nothing is seen of them. */
  private readonly spots: Monaco.editor.IEditorDecorationsCollection
  /** One for each note, in their order, behind the end of its line. */
  private readonly lines: Monaco.editor.IEditorDecorationsCollection

  constructor(
    private readonly monaco: MonacoKit['monaco'],
    private readonly editor: Monaco.editor.ICodeEditor,
  ) {
    this.spots = editor.createDecorationsCollection()
    this.lines = editor.createDecorationsCollection()
  }

  /** As the editor's markers, one for one. */
  showFindings({ all, places }: Placed<Finding>): void {
    const model = this.editor.getModel()
    const ranges = model && rangesOf(model, all, places)
    if (!ranges) return
    this.findings = all
    this.spots.set(ranges.map((range) => ({ range, options: {} })))
    const markers = all.map(({ severity, message, rule }, index) => ({
      severity: SEVERITIES[severity],
      message,
      source: rule,
      ...ranges[index]!,
    }))
    this.monaco.editor.setModelMarkers(model, 'rules', markers)
  }

  /** Behind the ends of their lines. Of several changes on one line the first speaks. */
  showNotes({ all, places }: Placed<VerdictNote>): void {
    const model = this.editor.getModel()
    const ranges = model && rangesOf(model, all, places)
    if (!ranges) return
    const taken = new Set<number>()
    const shown = all.flatMap((note, index) => {
      const line = ranges[index]!.startLineNumber
      if (taken.has(line)) return []
      taken.add(line)
      return [{ note, line }]
    })
    this.notes = shown.map(({ note }) => note)
    this.lines.set(shown.map(({ note, line }) => noteBehind(note, line, model.getLineMaxColumn(line))))
  }

  /** The note that stands on a line. */
  noteOnLine(line: number): VerdictNote | undefined {
    return this.notes.find((_, index) => this.lines.getRange(index)?.startLineNumber === line)
  }

  /** The fixes of findings that stand at a range: by keyboard as the editor's quick fixes. */
  fixesAt({ startLineNumber, endLineNumber }: Monaco.IRange): { fix: Fix; finding: Finding }[] {
    return this.findings.flatMap((finding, index) => {
      const { fix } = finding
      const spot = fix?.patch && this.spots.getRange(index)
      const touches = spot && spot.startLineNumber <= endLineNumber && spot.endLineNumber >= startLineNumber
      return touches ? [{ fix, finding }] : []
    })
  }
}

function noteBehind(
  { tone, words, change }: VerdictNote,
  line: number,
  end: number,
): Monaco.editor.IModelDeltaDecoration {
  return {
    range: { startLineNumber: line, startColumn: end, endLineNumber: line, endColumn: end },
    options: {
      showIfCollapsed: true,
      after: {
        content: `   ${tone === 'breaking' ? '✕' : '▲'} ${words}`,
        inlineClassName: `verdict-note verdict-note-${tone}`,
      },
      hoverMessage: { value: change === null ? words : `${words}: click for the event` },
    },
  }
}

/** Undefined where the model has another text by now. */
function rangesOf(
  model: Monaco.editor.ITextModel,
  all: readonly { readonly path: string }[],
  { text, ranges }: TextPlaces,
): Monaco.IRange[] | undefined {
  if (model.getValue() !== text) return undefined
  return all.map(({ path }) => {
    const { offset, length } = ranges.get(path) ?? { offset: 0, length: 0 }
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

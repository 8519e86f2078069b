import type * as Monaco from 'monaco-editor/editor/editor.api.js'
import type { MonacoKit } from '@/components/schema/monaco/load-monaco'
import type { Fix } from '@/lib/domain/lint/finding'
import type { EditorMarks } from './editor-marks'

interface Offers {
  marks: EditorMarks
  onFix: (fix: Fix) => void
  onWitness: (change: number | null) => void
}

/** The editor's quick fixes (Ctrl+. and the light bulb): what mends a finding, and the event behind a verdict. */
export function offerFixes(
  { monaco }: MonacoKit,
  editor: Monaco.editor.IStandaloneCodeEditor,
  { marks, onFix, onWitness }: Offers,
): Monaco.IDisposable {
  const own = editor.getModel()
  const fix = editor.addCommand(0, (_, wanted: Fix) => onFix(wanted)) ?? ''
  const witness = editor.addCommand(0, (_, change: number | null) => onWitness(change)) ?? ''
  return monaco.languages.registerCodeActionProvider('json', {
    provideCodeActions(model, range) {
      if (model !== own) return null
      const actions = marks
        .fixesAt(range)
        .map(({ fix: wanted, finding }, index): Monaco.languages.CodeAction => ({
          title: `${wanted.title} (${finding.rule})`,
          kind: 'quickfix',
          isPreferred: index === 0,
          command: { id: fix, title: wanted.title, arguments: [wanted] },
        }))
      const note = marks.noteOnLine(range.startLineNumber)
      if (note?.tone === 'breaking') {
        const title = 'Show the event that breaks'
        actions.push({ title, kind: 'quickfix', command: { id: witness, title, arguments: [note.change] } })
      }
      return { actions, dispose: () => undefined }
    },
  })
}

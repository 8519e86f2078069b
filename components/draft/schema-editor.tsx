'use client'

import type * as Monaco from 'monaco-editor/editor/editor.api.js'
import { useEffect, useEffectEvent, useRef } from 'react'
import { EDITOR_OPTIONS } from '@/components/schema/monaco/editor-options'
import type { MonacoKit } from '@/components/schema/monaco/load-monaco'
import { useMonaco } from '@/components/schema/monaco/use-monaco'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import type { Finding } from '@/lib/domain/lint/finding'
import { placesInText } from '@/lib/domain/json/place-in-text'
import { describeSchemaLanguage } from './schema-language'

/** What the page around an editor can ask of it. */
export interface EditorHandle {
  /** Puts the caret at a JSON Pointer and gives the editor the focus. */
  reveal: (pointer: string) => void
}

interface SchemaEditorProps {
  text: string
  /** A name for screen readers, and the document's: `schema` gets the language of JSON Schema. */
  label: string
  document: 'schema' | 'examples'
  onChange: (text: string) => void
  onSave: () => void
  findings?: readonly Finding[]
  handle?: (handle: EditorHandle | null) => void
  readOnly?: boolean
}

/** A JSON text in Monaco, with findings at their places. Typing stays in the editor; the page hears of it afterwards. */
export function SchemaEditor(props: SchemaEditorProps) {
  const state = useMonaco()
  if (state.status === 'failed') {
    return (
      <ErrorState
        title="The editor could not be loaded"
        actions={<Button onClick={state.retry}>Try again</Button>}
      >
        The connection may be gone for a moment. What you wrote is kept.
      </ErrorState>
    )
  }
  if (state.status === 'loading') {
    return <div className="h-full animate-pulse bg-sunken" role="status" aria-label="Loading the editor" />
  }
  return <Editor kit={state.kit} {...props} />
}

const SEVERITIES = { error: 8, warning: 4, hint: 2 } as const

function Editor({
  kit,
  text,
  label,
  document,
  onChange,
  onSave,
  findings,
  handle,
  readOnly = false,
}: SchemaEditorProps & { kit: MonacoKit }) {
  const element = useRef<HTMLDivElement>(null)
  const editor = useRef<Monaco.editor.IStandaloneCodeEditor>(null)
  const changed = useEffectEvent((value: string) => onChange(value))
  const saved = useEffectEvent(() => onSave())
  const initialText = useEffectEvent(() => text)

  useEffect(() => {
    if (!element.current) return
    describeSchemaLanguage(kit)
    const uri = kit.monaco.Uri.parse(`inmemory://draft/${document}.json`)
    kit.monaco.editor.getModel(uri)?.dispose()
    const model = kit.monaco.editor.createModel(initialText(), 'json', uri)
    model.updateOptions({ tabSize: 2, insertSpaces: true })
    const made = kit.monaco.editor.create(element.current, {
      ...EDITOR_OPTIONS,
      model,
      ariaLabel: label,
      readOnly,
      theme: undefined,
    })
    editor.current = made
    const subscription = model.onDidChangeContent(() => changed(model.getValue()))
    made.addCommand(kit.monaco.KeyMod.CtrlCmd | kit.monaco.KeyCode.KeyS, () => saved())
    return () => {
      subscription.dispose()
      made.dispose()
      model.dispose()
      editor.current = null
    }
  }, [kit, document, label, readOnly])

  // A text from elsewhere (a fix, another person's revision) is put in as one edit, so that undo brings the old one back.
  useEffect(() => {
    const model = editor.current?.getModel()
    if (!model || model.getValue() === text) return
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
  }, [text])

  useEffect(() => {
    const model = editor.current?.getModel()
    if (!model || findings === undefined) return
    const value = model.getValue()
    const ranges = placesInText(
      value,
      findings.map((finding) => finding.path),
    )
    const markers = findings.flatMap((finding, index) => {
      const range = ranges[index]
      if (!range) return []
      const start = model.getPositionAt(range.offset)
      const end = model.getPositionAt(range.offset + range.length)
      return [
        {
          severity: SEVERITIES[finding.severity],
          message: finding.message,
          source: finding.rule,
          startLineNumber: start.lineNumber,
          startColumn: start.column,
          endLineNumber: end.lineNumber,
          endColumn: end.column,
        },
      ]
    })
    kit.monaco.editor.setModelMarkers(model, 'rules', markers)
  }, [kit, findings, text])

  useEffect(() => {
    handle?.({
      reveal: (pointer) => {
        const model = editor.current?.getModel()
        const [range] = model ? placesInText(model.getValue(), [pointer]) : []
        if (!model || !range) return
        const position = model.getPositionAt(range.offset)
        editor.current?.revealPositionInCenter(position)
        editor.current?.setPosition(position)
        editor.current?.focus()
      },
    })
    return () => handle?.(null)
  }, [handle])

  return <div ref={element} className="h-full" />
}

'use client'

import type * as Monaco from 'monaco-editor/editor/editor.api.js'
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react'
import { EDITOR_OPTIONS, TEXT_OPTIONS } from '@/components/schema/monaco/editor-options'
import type { MonacoKit } from '@/components/schema/monaco/load-monaco'
import { useMonaco } from '@/components/schema/monaco/use-monaco'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { placesInText } from '@/lib/domain/json/place-in-text'
import type { Finding, Fix } from '@/lib/domain/lint/finding'
import { changedPart } from './changed-part'
import { EditorMarks, type Placed, type VerdictNote } from './editor-marks'
import { offerFixes } from './offer-fixes'
import { describeSchemaLanguage } from './schema-language'

/** What the page around an editor can ask of it. */
export interface EditorHandle {
  /** Puts the caret at a JSON Pointer and gives the editor the focus; false where the editor is out of sight. */
  reveal: (pointer: string) => boolean
  /** As by the editor's own keys, wherever the change was made. */
  undo: () => void
  redo: () => void
}

/** Where a text came from: keys and other edits, or a change that was taken back or made again. */
export type EditOrigin = 'edit' | 'undo' | 'redo'

interface SchemaEditorProps {
  text: string
  /** A name for screen readers, and the document's: `schema` gets the language of JSON Schema. */
  label: string
  document: 'schema' | 'examples'
  onChange: (text: string, origin: EditOrigin) => void
  onSave: () => void
  /** Not there where nothing is checked. */
  findings?: Placed<Finding>
  /** What the verdict says, behind the lines it is about. */
  notes?: Placed<VerdictNote>
  onFix: (fix: Fix) => void
  /** A note was clicked, or asked for by keyboard: the event that breaks. */
  onWitness: (change: number | null) => void
  handle?: Ref<EditorHandle>
  readOnly?: boolean
}

/** Whether Monaco was told once that Tab leaves: the mode is one for all editors of a page. */
let tabLeaves = false

/** A JSON text in Monaco, with findings and verdict at their places. Typing stays in the editor; the page hears of it afterwards. */
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

function Editor(props: SchemaEditorProps & { kit: MonacoKit }) {
  const { kit, text, label, document, findings, notes, handle, readOnly = false } = props
  const element = useRef<HTMLDivElement>(null)
  const editor = useRef<Monaco.editor.IStandaloneCodeEditor>(null)
  const marks = useRef<EditorMarks>(null)
  const changed = useEffectEvent((value: string, origin: EditOrigin) => props.onChange(value, origin))
  const saved = useEffectEvent(() => props.onSave())
  const initialText = useEffectEvent(() => text)
  const fixed = useEffectEvent((fix: Fix) => props.onFix(fix))
  const witnessed = useEffectEvent((change: number | null) => props.onWitness(change))

  useEffect(() => {
    if (!element.current) return
    describeSchemaLanguage(kit)
    const uri = kit.monaco.Uri.parse(`inmemory://draft/${document}.json`)
    kit.monaco.editor.getModel(uri)?.dispose()
    const model = kit.monaco.editor.createModel(initialText(), 'json', uri)
    model.updateOptions(TEXT_OPTIONS)
    const made = kit.monaco.editor.create(element.current, {
      ...EDITOR_OPTIONS,
      model,
      ariaLabel: label,
      readOnly,
      theme: undefined,
    })
    const marking = new EditorMarks(kit.monaco, made)
    editor.current = made
    marks.current = marking
    const subscriptions = [
      model.onDidChangeContent(({ isUndoing, isRedoing }) =>
        changed(model.getValue(), isUndoing ? 'undo' : isRedoing ? 'redo' : 'edit'),
      ),
      made.onMouseDown(({ target }) => {
        if (!target.element?.classList.contains('verdict-note') || !target.position) return
        const note = marking.noteOnLine(target.position.lineNumber)
        if (note) witnessed(note.change)
      }),
      offerFixes(kit, made, {
        marks: marking,
        onFix: (fix) => fixed(fix),
        onWitness: (at) => witnessed(at),
      }),
    ]
    made.addCommand(kit.monaco.KeyMod.CtrlCmd | kit.monaco.KeyCode.KeyS, () => saved())
    // Tab leaves the editor, which is no keyboard trap. By the mode that Ctrl+M switches, and not by the option, over
    // which no key has power: whoever wants to can let Tab indent.
    const switchTab = () => made.trigger('keyboard', 'editor.action.toggleTabFocusMode', null)
    if (!tabLeaves) switchTab()
    tabLeaves = true
    made.addCommand(kit.monaco.KeyMod.Alt | kit.monaco.KeyCode.KeyM, switchTab)
    return () => {
      for (const subscription of subscriptions) subscription.dispose()
      made.dispose()
      model.dispose()
      editor.current = null
      marks.current = null
    }
  }, [kit, document, label, readOnly])

  // A text from elsewhere (the table, a fix, another person's revision) is put in as one edit, so that undo brings the
  // old one back; only where it differs, so that the caret and the marks elsewhere stay.
  useEffect(() => {
    const model = editor.current?.getModel()
    const edit = model && changedPart(model, text)
    if (!edit) return
    model.pushStackElement()
    model.pushEditOperations([], [edit], () => null)
    model.pushStackElement()
  }, [text])

  // Only when they are other ones: between two answers the editor itself moves its marks with the text.
  useEffect(() => {
    if (findings) marks.current?.showFindings(findings)
  }, [kit, findings])
  useEffect(() => {
    if (notes) marks.current?.showNotes(notes)
  }, [kit, notes])

  useImperativeHandle(handle, () => ({
    reveal: (pointer) => {
      const model = editor.current?.getModel()
      const [range] = model ? placesInText(model.getValue(), [pointer]) : []
      if (!model || !range || element.current?.offsetParent === null) return false
      const position = model.getPositionAt(range.offset)
      editor.current?.revealPositionInCenter(position)
      editor.current?.setPosition(position)
      editor.current?.focus()
      return true
    },
    // The model's own history: the editor's command would go to whatever has the focus.
    undo: () => void editor.current?.getModel()?.undo(),
    redo: () => void editor.current?.getModel()?.redo(),
  }))

  return <div ref={element} className="h-full" />
}

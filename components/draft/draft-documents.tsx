'use client'

import dynamic from 'next/dynamic'
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { ShownFinding } from '@/components/findings/findings-box'
import type { DraftValues } from '@/lib/client/draft-saver'
import { editFields, type EditedFields, type FieldEdit } from '@/lib/domain/field-table/edit-fields'
import type { Fix } from '@/lib/domain/lint/finding'
import { DocumentTabs, type Document } from './document-tabs'
import type { Placed, VerdictNote } from './editor-marks'
import { SchemaEditor, type EditorHandle, type EditOrigin } from './schema-editor'
import { useLinkedExamples } from './use-linked-examples'

const FieldTable = dynamic(() => import('./field-table/field-table').then((module) => module.FieldTable), {
  ssr: false,
  loading: () => (
    <div className="h-full animate-pulse bg-sunken" role="status" aria-label="Loading the table" />
  ),
})

/** What the page around can ask of the documents. */
export interface DocumentsHandle {
  /** Shows a place of the schema in its text. */
  reveal: (pointer: string) => void
}

interface DraftDocumentsProps {
  document: Document
  onDocument: (document: Document) => void
  values: DraftValues
  readOnly: boolean
  onChange: (patch: Partial<DraftValues>) => void
  onSave: () => void
  findings: Placed<ShownFinding>
  notes: Placed<VerdictNote>
  onFix: (fix: Fix) => void
  onWitness: (change: number | null) => void
  ref: Ref<DocumentsHandle>
}

/**
 * The texts of a draft, and its schema as a table. The schema's editor stays where it is behind the others: its history
 * is what undo goes back through, wherever a change was made.
 */
export function DraftDocuments({
  ref,
  document,
  onDocument,
  values,
  readOnly,
  onChange,
  onSave,
  findings,
  notes,
  onFix,
  onWitness,
}: DraftDocumentsProps) {
  const editor = useRef<EditorHandle>(null)
  const linked = useLinkedExamples()
  const [sought, setSought] = useState<string | null>(null)

  function reveal(pointer: string): void {
    if (editor.current?.reveal(pointer) === true) return
    onDocument('schema')
    setSought(pointer)
  }
  useImperativeHandle(ref, () => ({ reveal }))
  useEffect(() => {
    if (document === 'schema' && sought !== null && editor.current?.reveal(sought) === true) setSought(null)
  }, [document, sought])

  function edit(wanted: FieldEdit): EditedFields {
    const before = { schema: values.schema_text, examples: values.examples_text }
    const done = editFields(before, wanted)
    if (!('refused' in done)) {
      linked.note(before, done.texts)
      onChange({ schema_text: done.texts.schema, examples_text: done.texts.examples })
    }
    return done
  }
  function write(schema_text: string, origin: EditOrigin): void {
    const examples = linked.follow(schema_text, values.examples_text, origin)
    onChange({ schema_text, ...(examples === undefined ? {} : { examples_text: examples }) })
  }
  const isTable = document === 'fields'
  return (
    <div className="flex min-h-[28rem] min-w-0 flex-col max-lg:h-[calc(100dvh-8rem)] lg:sticky lg:top-[var(--header-height)] lg:h-[calc(100dvh-var(--header-height))]">
      <DocumentTabs current={document} />
      <div className="flex min-h-0 flex-1 flex-col">
        {isTable && (
          <div className="min-h-0 flex-[1.35]">
            <FieldTable
              text={values.schema_text}
              findings={findings.all}
              readOnly={readOnly}
              onEdit={edit}
              onReveal={reveal}
              onUndo={() => editor.current?.undo()}
              onRedo={() => editor.current?.redo()}
            />
          </div>
        )}
        <div
          className={classNames(
            'min-h-0 flex-1',
            isTable && 'border-t border-line max-lg:hidden',
            document === 'examples' && 'hidden',
          )}
        >
          <SchemaEditor
            document="schema"
            label="Schema"
            text={values.schema_text}
            onChange={write}
            onSave={onSave}
            findings={findings}
            notes={notes}
            onFix={onFix}
            onWitness={onWitness}
            handle={editor}
            readOnly={readOnly}
          />
        </div>
        {document === 'examples' && (
          <div className="min-h-0 flex-1">
            <SchemaEditor
              document="examples"
              label="Examples"
              text={values.examples_text}
              onChange={(text) => onChange({ examples_text: text })}
              onSave={onSave}
              onFix={onFix}
              onWitness={onWitness}
              readOnly={readOnly}
            />
          </div>
        )}
      </div>
    </div>
  )
}

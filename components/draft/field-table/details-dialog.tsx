'use client'

import { useMemo, useState, type FormEvent } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { DialogActions } from '@/components/ui/dialog-actions'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import type { FieldRow } from '@/lib/domain/field-table/field-row'
import { isObject, type Json, type JsonObject } from '@/lib/domain/json/json'
import { parseSchemaText } from '@/lib/domain/schema/parse-schema-text'
import { SchemaDocument } from '@/lib/domain/schema/schema-document'
import { boundsFor, changesOf, MARKS, shownOf, type DetailInput } from './details-form'

interface DetailsDialogProps {
  row: FieldRow
  text: string
  onClose: () => void
  onSave: (keywords: Readonly<Record<string, Json | undefined>>) => void
}

/** Format, bounds, values and marks of one field: one change of the text, which one undo takes back. */
export function DetailsDialog({ row, text, onClose, onSave }: DetailsDialogProps) {
  const schema = useMemo(() => schemaAt(text, row.pointer), [text, row.pointer])
  const inputs = useMemo(
    () => [...boundsFor(row.type), ...(row.kind === 'root' ? [] : MARKS)],
    [row.type, row.kind],
  )
  const [written, setWritten] = useState<Readonly<Record<string, string | boolean>>>({})
  const { keywords, errors } = changesOf(inputs, written, schema)

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (errors.size > 0) return
    if (Object.keys(keywords).length > 0) onSave(keywords)
    onClose()
  }
  const control = (input: DetailInput) => (
    <DetailControl
      key={input.keyword}
      input={input}
      value={written[input.keyword] ?? shownOf(input, schema)}
      error={errors.get(input.keyword)}
      onChange={(value) => setWritten((before) => ({ ...before, [input.keyword]: value }))}
    />
  )
  return (
    <Dialog onClose={onClose} title={`Bounds and marks of ${row.name}`}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          {inputs.filter(({ kind }) => kind !== 'flag').map(control)}
        </div>
        <div className="flex flex-col gap-1">{inputs.filter(({ kind }) => kind === 'flag').map(control)}</div>
        <DialogActions words="Apply" busy={false} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

interface DetailControlProps {
  input: DetailInput
  value: string | boolean | undefined
  error: string | undefined
  onChange: (value: string | boolean) => void
}

const FORMATS = ['date-time', 'date', 'time', 'duration', 'email', 'uri', 'uuid', 'ipv4', 'ipv6', 'hostname']

function DetailControl({ input, value, error, onChange }: DetailControlProps) {
  const isTextOnly = value === undefined
  if (input.kind === 'flag') {
    return (
      <Checkbox
        label={isTextOnly ? `${input.label} (says more than yes or no: change it in the text)` : input.label}
        checked={value === true}
        disabled={isTextOnly}
        onChange={(event) => onChange(event.target.checked)}
      />
    )
  }
  const hint = isTextOnly ? 'Only the text can say this one' : undefined
  return (
    <Field
      label={input.label}
      hint={hint}
      error={error}
      className={input.kind === 'values' ? 'sm:col-span-2' : undefined}
    >
      {(control) =>
        input.kind === 'values' ? (
          <Textarea
            rows={4}
            className="font-mono"
            value={String(value ?? '')}
            disabled={isTextOnly}
            onChange={(event) => onChange(event.target.value)}
            {...control}
          />
        ) : (
          <>
            <Input
              inputMode={input.kind === 'text' ? undefined : 'decimal'}
              list={input.keyword === 'format' ? `${control.id}-formats` : undefined}
              className="font-mono"
              value={String(value ?? '')}
              disabled={isTextOnly}
              onChange={(event) => onChange(event.target.value)}
              {...control}
            />
            {input.keyword === 'format' && (
              <datalist id={`${control.id}-formats`}>
                {FORMATS.map((format) => (
                  <option key={format} value={format} />
                ))}
              </datalist>
            )}
          </>
        )
      }
    </Field>
  )
}

function schemaAt(text: string, pointer: string): JsonObject {
  const parsed = parseSchemaText(text)
  const found = parsed.status === 'schema' ? new SchemaDocument(parsed.schema).at(pointer)?.schema : undefined
  return isObject(found) ? found : {}
}

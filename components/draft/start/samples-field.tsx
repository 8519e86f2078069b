'use client'

import { useState, type DragEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'

interface SamplesFieldProps {
  label: string
  hint: string
  value: string
  onChange: (text: string) => void
  faults: readonly string[]
}

/** Larger files are for the command line. */
const MOST_BYTES = 10_000_000

/** JSON that one pastes, drops as files, or chooses. */
export function SamplesField({ label, hint, value, onChange, faults }: SamplesFieldProps) {
  const [refused, setRefused] = useState<string | null>(null)
  async function take(files: FileList | null): Promise<void> {
    if (!files || files.length === 0) return
    const all = [...files]
    if (all.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
      return setRefused('These files are larger than 10 MB together. Some hundred events are enough.')
    setRefused(null)
    const texts = await Promise.all(all.map((file) => file.text()))
    onChange([value, ...texts].filter((text) => text.trim() !== '').join('\n'))
  }
  function drop(event: DragEvent): void {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    void take(event.dataTransfer.files)
  }
  return (
    <Field label={label} hint={hint} error={refused ?? (faults.length > 0 ? faults.join(' · ') : null)}>
      {(control) => (
        <>
          <Textarea
            rows={14}
            value={value}
            onChange={(event) => {
              setRefused(null)
              onChange(event.target.value)
            }}
            onDrop={drop}
            spellCheck={false}
            className="font-mono text-xs"
            {...control}
          />
          <div className="mt-1 flex items-center gap-3">
            <label className="relative inline-flex min-h-7 cursor-pointer items-center rounded-md border border-line-strong px-2.5 text-xs font-medium focus-within:outline-2 focus-within:outline-accent hover:bg-hover">
              Choose files …
              <input
                type="file"
                multiple
                accept=".json,.ndjson,.jsonl,application/json"
                className="absolute inset-0 cursor-pointer opacity-0"
                onChange={(event) => {
                  void take(event.target.files)
                  event.target.value = ''
                }}
              />
            </label>
            {value !== '' && (
              <Button size="small" look="quiet" onClick={() => onChange('')}>
                Empty it
              </Button>
            )}
          </div>
        </>
      )}
    </Field>
  )
}

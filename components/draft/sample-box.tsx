'use client'

import { useMemo } from 'react'
import { Box } from '@/components/ui/box'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Tag } from '@/components/ui/tag'
import { generateSample } from '@/lib/domain/schema/sample/generate-sample'
import { validate } from '@/lib/domain/compatibility/validate/validate'
import type { Json } from '@/lib/domain/json/json'
import { draftNameOf } from './schema-draft'
import type { ParsedSchema } from './parse-schema-text'

interface SampleBoxProps {
  parsed: ParsedSchema
  eventType: string
  label: string
  onUse: (sample: Json) => void
}

/** An event as the draft would have it, made from the schema and checked against it. */
export function SampleBox({ parsed, eventType, label, onUse }: SampleBoxProps) {
  const made = useMemo(() => (parsed.status === 'schema' ? makeSample(parsed.schema) : undefined), [parsed])
  const text = made && JSON.stringify(envelope(made.data, eventType, label), null, 2)
  return (
    <Box
      title="A sample event"
      aside={
        made && (
          <>
            {made.isValid === true && <Tag tone="safe">✓ valid</Tag>}
            {made.isValid === false && <Tag tone="breaking">✕ not valid</Tag>}
            {made.isValid === undefined && <Tag>? not checked</Tag>}
            <CopyButton text={text ?? ''} what="sample event" />
          </>
        )
      }
    >
      {text === undefined ? (
        <p className="px-3 py-2 text-ink-2">It appears as soon as the schema is JSON.</p>
      ) : (
        <>
          <CodeBlock label="Sample event" className="max-h-80 px-3 py-2">
            {text}
          </CodeBlock>
          <div className="border-t border-line px-3 py-1.5">
            <button
              type="button"
              className="min-h-6 rounded-sm text-ink-2 underline decoration-line-strong underline-offset-2 hover:text-ink"
              onClick={() => made && onUse(made.data)}
            >
              Add its data to the examples
            </button>
          </div>
        </>
      )}
    </Box>
  )
}

function makeSample(schema: Json): { data: Json; isValid: boolean | undefined } {
  const draft = draftNameOf(schema)
  const check = (value: Json) => validate(schema, value, { draft }).isValid
  const data = generateSample(schema, { isValid: (value) => check(value) !== false })
  return { data, isValid: check(data) }
}

function envelope(data: Json, eventType: string, label: string): Json {
  return {
    data,
    meta: {
      event_id: '0198f0c2-6b1e-7c44-9d7e-2f8f6f1f5a10',
      created_at: '2026-08-06T09:03:20Z',
      schema: { name: eventType, version: label },
    },
  }
}

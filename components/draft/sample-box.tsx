'use client'

import { Box } from '@/components/ui/box'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Tag } from '@/components/ui/tag'
import type { Json } from '@/lib/domain/json/json'
import type { DraftSample } from './check-draft'

interface SampleBoxProps {
  /** Null while the text is no schema. */
  sample: DraftSample | null
  eventType: string
  label: string
  /** Not there where one may not change the draft. */
  onUse: ((sample: Json) => void) | undefined
}

/** An event as the draft would have it, made from the schema and checked against it. */
export function SampleBox({ sample, eventType, label, onUse }: SampleBoxProps) {
  const text = sample && JSON.stringify(envelope(sample.data, eventType, label), null, 2)
  return (
    <Box
      title="A sample event"
      aside={
        sample && (
          <>
            {sample.isValid === true && <Tag tone="safe">✓ valid</Tag>}
            {sample.isValid === false && <Tag tone="breaking">✕ not valid</Tag>}
            {sample.isValid === undefined && <Tag>? not checked</Tag>}
            <CopyButton text={text ?? ''} what="sample event" />
          </>
        )
      }
    >
      {sample === null || text === null ? (
        <p className="px-3 py-2 text-ink-2">It appears as soon as the schema is JSON.</p>
      ) : (
        <>
          <CodeBlock label="Sample event" className="max-h-80 px-3 py-2">
            {text}
          </CodeBlock>
          {onUse && (
            <div className="border-t border-line px-3 py-1.5">
              <button
                type="button"
                className="min-h-6 rounded-sm text-ink-2 underline decoration-line-strong underline-offset-2 hover:text-ink"
                onClick={() => onUse(sample.data)}
              >
                Add its data to the examples
              </button>
            </div>
          )}
        </>
      )}
    </Box>
  )
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

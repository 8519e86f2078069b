'use client'

import { useDeferredValue, useMemo } from 'react'
import { Box } from '@/components/ui/box'
import { Tag } from '@/components/ui/tag'
import { validate, type Validity } from '@/lib/domain/compatibility/validate/validate'
import type { Json } from '@/lib/domain/json/json'
import { readExamples } from './read-examples'
import { draftNameOf } from './schema-draft'
import type { ParsedSchema } from './parse-schema-text'

/** Whether the author's examples are what the schema says. */
export function ExamplesBox({ text, parsed }: { text: string; parsed: ParsedSchema }) {
  const deferred = useDeferredValue(text)
  const examples = useMemo(() => readExamples(deferred), [deferred])
  const results = useMemo(
    () =>
      Array.isArray(examples) && parsed.status === 'schema'
        ? examples.map((example) => check(parsed.schema, example))
        : [],
    [examples, parsed],
  )
  return (
    <Box title="Examples" aside={Array.isArray(examples) ? examples.length : undefined}>
      <div className="px-3 py-2">
        {typeof examples === 'string' && <p className="text-breaking">✕ {examples}</p>}
        {Array.isArray(examples) && examples.length === 0 && (
          <p className="text-ink-2">None yet. Consumers look at examples first.</p>
        )}
        <ul className="flex flex-col gap-1">
          {results.map((result, index) => (
            <li key={index} className="flex items-center gap-2">
              Example {index + 1}
              {result.isValid === true && <Tag tone="safe">✓ valid</Tag>}
              {result.isValid === false && (
                <>
                  <Tag tone="breaking">✕ refused</Tag>
                  <span className="font-mono text-xs text-ink-2 [overflow-wrap:anywhere]">
                    by {result.place || 'the root'}
                  </span>
                </>
              )}
              {result.isValid === undefined && <Tag>? {result.reason}</Tag>}
            </li>
          ))}
        </ul>
      </div>
    </Box>
  )
}

function check(schema: Json, example: Json): Validity {
  return validate(schema, example, { draft: draftNameOf(schema) })
}

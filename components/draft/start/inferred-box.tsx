'use client'

import { useMemo, useState } from 'react'
import { SchemaTreeView } from '@/components/schema/schema-tree-view'
import { Box } from '@/components/ui/box'
import { buildSchemaTree } from '@/lib/domain/schema/schema-tree'
import type { Inferred } from './use-samples'

/** What samples show of the event, while they are pasted. */
export function InferredBox({ inferred: { schema, samples } }: { inferred: Inferred }) {
  const [selected, setSelected] = useState<string | null>(null)
  const tree = useMemo(() => (schema === null ? null : buildSchemaTree(schema)), [schema])
  const count = samples.length
  return (
    <Box
      title="What they show"
      aside={count > 0 && `${count.toLocaleString('en')} ${count === 1 ? 'sample' : 'samples'}`}
    >
      {tree === null ? (
        <p className="px-3 py-2.5 text-ink-2">
          The fields will stand here: their types, formats and lists of words, and which of them were always
          there. One sample says little of what is optional; some twenty say it well.
        </p>
      ) : (
        <div className="max-h-[60dvh] overflow-auto">
          <SchemaTreeView
            root={tree.root}
            label="Fields of the samples"
            query=""
            selected={selected}
            onSelect={setSelected}
          />
        </div>
      )}
    </Box>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { FindingsBox, type ShownFinding } from '@/components/findings/findings-box'
import { lintQueries } from '@/lib/client/lint-queries'
import type { SchemaVersion } from '@/lib/contracts/schema-version'

interface VersionFindingsProps {
  version: SchemaVersion
  /** The slug of the event type's owner. */
  owner: string | null
  onReveal: (pointer: string) => void
}

/** What the catalog's rules say of a published version, with what was waived and why. */
export function VersionFindings({ version, owner, onReveal }: VersionFindingsProps) {
  const { event_type: name, schema, examples } = version
  const found = useQuery(
    lintQueries.findings({ name, schema: schema as Record<string, unknown> | boolean, examples }),
  )
  return (
    <FindingsBox
      eventType={name}
      owner={owner}
      findings={(found.data ?? []) as ShownFinding[]}
      broken={found.isError ? found.error.message : null}
      status={found.isPending ? 'waiting' : 'ready'}
      onReveal={onReveal}
    />
  )
}

'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { May } from '@/components/shell/may'
import { VersionLabel } from '@/components/event/version-label'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/text-link'
import { paths } from '@/lib/client/paths'
import type { SchemaVersion } from '@/lib/contracts/schema-version'
import { VersionStatusTag, VersionStatusWords } from './version-status-words'

const VersionStatusDialog = dynamic(
  () => import('./version-status-dialog').then((module) => module.VersionStatusDialog),
  { ssr: false },
)

interface VersionStatusProps {
  version: SchemaVersion
  /** The slug of the event type's owner. */
  owner: string | null
  /** Labels of every version, for the one to go to. */
  labels: readonly string[]
}

/** Whether a version may still be used, until when and what comes instead, why it broke somebody; and the way to change that. */
export function VersionStatus({ version, owner, labels }: VersionStatusProps) {
  const [isOpen, setOpen] = useState(false)
  const { label, status } = version
  const { proposal, breaking_reason: knowingly, published_by: by } = version
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg border border-line bg-surface px-3 py-1.5">
      <VersionLabel label={label} />
      <VersionStatusTag status={status} />
      <p className="min-w-0 flex-1 basis-48 text-ink-2">
        {status === 'active' && 'Producers may send it, consumers may rely on it.'}
        <VersionStatusWords version={version} />
      </p>
      <May does="publish" about={{ owner }}>
        <Button size="small" onClick={() => setOpen(true)}>
          {status === 'active' ? 'Deprecate or retire …' : 'Change status …'}
        </Button>
      </May>
      {(proposal !== null || knowingly !== '') && (
        <p className="basis-full text-ink-2">
          {knowingly !== '' && (
            <>
              <span className="text-breaking">✕ {by || 'Somebody'} published it knowing that it breaks:</span>{' '}
              “{knowingly}”{' '}
            </>
          )}
          {proposal !== null && <TextLink href={paths.draft(proposal)}>The proposal it came from</TextLink>}
        </p>
      )}
      {isOpen && <VersionStatusDialog version={version} labels={labels} onClose={() => setOpen(false)} />}
    </div>
  )
}

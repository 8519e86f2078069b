'use client'

import { brokenWords } from './harm-to'
import { ReasonDialog } from './reason-dialog'

interface PublishDialogProps {
  /** Names of consumers that it breaks. */
  broken: readonly string[]
  busy: boolean
  problem: string | null
  onReason: (reason: string) => void
  onClose: () => void
}

/** Asks why what breaks somebody is published all the same. */
export function PublishDialog({ broken, ...rest }: PublishDialogProps) {
  const harm =
    broken.length > 0
      ? `It breaks ${brokenWords(broken)}: their people are told.`
      : 'Whoever reads by the version it continues, or by this one what is stored, may break.'
  return (
    <ReasonDialog
      title="Publish a breaking change"
      description={`${harm} The reason stays with the version.`}
      label="Why it is published all the same"
      action="Publish"
      {...rest}
    />
  )
}

/** The label of a schema version. */
export function VersionLabel({ label, className = '' }: { label: string | null; className?: string }) {
  if (label === null) return <span className={`text-ink-3 ${className}`}>no version</span>
  return (
    <span translate="no" className={`font-mono text-xs ${className}`}>
      {label}
    </span>
  )
}

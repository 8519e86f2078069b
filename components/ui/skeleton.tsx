/** One bone; give it the size of what will stand there. */
export function Bone({ className = 'h-3 w-24' }: { className?: string }) {
  return <span className={`bone inline-block align-middle ${className}`} />
}

/** Rows of a list that is on its way, as high as the real ones. */
export function RowsSkeleton({ rows = 12, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex h-8 items-center gap-6 border-b border-line px-4">
          <Bone className="h-3 w-40" />
          <Bone className="h-3 flex-1" />
          <Bone className="h-3 w-20" />
        </div>
      ))}
    </div>
  )
}

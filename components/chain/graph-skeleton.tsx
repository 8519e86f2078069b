import { Bone } from '@/components/ui/skeleton'

/** The graph before its program and its places are there. */
export function GraphSkeleton() {
  return (
    <div
      role="status"
      aria-label="Drawing the graph"
      className="flex h-[min(36rem,calc(100dvh-16rem))] min-h-72 items-center gap-12 border-b border-line px-8"
    >
      {[0, 1, 2].map((layer) => (
        <Bone key={layer} className="h-12 w-60" />
      ))}
    </div>
  )
}

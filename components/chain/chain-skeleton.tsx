import { AnswerSkeleton } from '@/components/flow/answer-line'
import { Bone, RowsSkeleton } from '@/components/ui/skeleton'

/** The page of a chain before it is there. */
export function ChainSkeleton() {
  return (
    <>
      <div className="px-5 pt-4 pb-3">
        <div className="flex h-7 items-center gap-3">
          <Bone className="h-5 w-52" />
          <Bone className="h-5 w-32" />
        </div>
        <div className="mt-1 h-5">
          <Bone className="h-3 w-96 max-w-full" />
        </div>
      </div>
      <AnswerSkeleton />
      <div className="h-10 border-b border-line" />
      <div className="h-7 border-b border-line" />
      <RowsSkeleton label="Loading the chain" rows={16} />
    </>
  )
}

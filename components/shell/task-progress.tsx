'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Task } from '@/lib/contracts/task'
import { taskQueries } from '@/lib/client/task-queries'

/** Long work that runs now: its name, how far it is, and a thin bar along the header. */
export function TaskProgress() {
  const { data: tasks = [] } = useQuery(taskQueries.list())
  const running = tasks.filter((task) => task.state === 'running')
  useRefreshWhenDone(running.length)
  const task = running[0]
  if (task === undefined) return null
  const share = task.total === null || task.total === 0 ? null : Math.min(1, task.done / task.total)
  return (
    <>
      <span
        className="hidden h-6 items-center gap-1.5 truncate px-1 text-xs text-ink-2 md:inline-flex"
        title={task.message}
      >
        {task.label} {amount(task)}
        {running.length > 1 && ` and ${running.length - 1} more`}
      </span>
      <div
        role="progressbar"
        aria-label={task.label}
        aria-valuemin={0}
        aria-valuemax={task.total ?? undefined}
        aria-valuenow={share === null ? undefined : task.done}
        aria-valuetext={amount(task)}
        className="absolute inset-x-0 -bottom-px h-0.5 overflow-hidden"
      >
        <div
          className={`h-full origin-left bg-accent transition-transform duration-700 ${share === null ? 'animate-pulse' : ''}`}
          style={{ transform: `scaleX(${share ?? 1})` }}
        />
      </div>
    </>
  )
}

function amount({ done, total }: Task): string {
  const count = done.toLocaleString('en')
  return total === null ? count : `${count} of ${total.toLocaleString('en')}`
}

/** What an import brought is on the screens as soon as it ends, without a reload. */
function useRefreshWhenDone(running: number): void {
  const client = useQueryClient()
  const before = useRef(running)
  useEffect(() => {
    if (running < before.current)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'tasks' })
    before.current = running
  }, [running, client])
}

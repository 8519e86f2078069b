import { queryOptions } from '@tanstack/react-query'
import type { LintQuestion } from '@/lib/contracts/lint'
import { call } from './api'

export const lintQueries = {
  findings: (question: LintQuestion) =>
    queryOptions({
      queryKey: ['lint', question] as const,
      queryFn: async ({ signal }) => (await call('lint', { body: question }, { signal })).findings,
      staleTime: Infinity,
    }),
}

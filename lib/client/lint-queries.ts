import { queryOptions } from '@tanstack/react-query'
import type { LintQuestion } from '@/lib/contracts/lint'
import { call } from './api'

export const lintQueries = {
  all: ['lint'] as const,
  /** What the rules know of the catalog: its names, its settings, the schemas of an entity's events. */
  context: (entity: string | undefined) =>
    queryOptions({
      queryKey: ['lint', 'context', entity] as const,
      queryFn: ({ signal }) => call('getLintContext', { query: { entity } }, { signal }),
    }),
  findings: (question: LintQuestion) =>
    queryOptions({
      queryKey: ['lint', question] as const,
      queryFn: async ({ signal }) => (await call('lint', { body: question }, { signal })).findings,
      staleTime: Infinity,
    }),
}

import { queryOptions } from '@tanstack/react-query'
import type { CompatibilityQuestion } from '@/lib/contracts/compatibility'
import { call } from './api'

export const compatibilityQueries = {
  /** The server's answer, for schemas that refer to others: those are there. */
  answer: (question: CompatibilityQuestion | undefined) =>
    queryOptions({
      queryKey: ['compatibility', question] as const,
      queryFn: ({ signal }) => call('checkCompatibility', { body: question! }, { signal }),
      enabled: question !== undefined,
    }),
}

import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api'

/**
 * One query client: per request on the server, one for the life of the page in the browser. What the server put into
 * the page counts as fresh for half a minute, so that hydration asks nothing twice.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A problem the server described will be the same the next time; a lost connection may not.
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ApiProblem && error.problem.status < 500),
      },
    },
  })
}

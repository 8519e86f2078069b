import { ApiProblem } from '@/lib/client/api'

/**
 * What the server says about one file is that file's fault, and the import goes on. A server that is gone or does not
 * let us in ends it.
 * @throws the error itself where it is not about the file
 */
export function faultOfFile(error: unknown): ApiProblem {
  if (!(error instanceof ApiProblem)) throw error
  const { status } = error.problem
  if (status >= 500 || status === 401 || status === 403) throw error
  return error
}

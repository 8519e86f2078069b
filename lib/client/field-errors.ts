import { ApiProblem } from './api'

/**
 * What the server said about each field of a form, by the first step of its JSON Pointer: `/email` gives `email`.
 * A problem that names no field of the form is the form's own.
 */
export function fieldErrors(error: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (!(error instanceof ApiProblem)) return found
  for (const { pointer, message } of error.problem.errors ?? []) {
    const field = pointer.split('/')[1]
    if (field !== undefined && !found.has(field)) found.set(field, message)
  }
  return found
}

/** The sentence above a form: nothing where every complaint stands at its field already. */
export function formError(error: unknown): string | null {
  if (error === null || error === undefined) return null
  if (error instanceof ApiProblem) {
    return fieldErrors(error).size > 0
      ? null
      : `${error.problem.detail} (request ${error.problem.request_id || 'unknown'})`
  }
  return 'The server cannot be reached. Check that it runs and try again; nothing you typed is lost.'
}

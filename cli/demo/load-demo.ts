import { call, type ApiOptions } from '@/lib/client/api'
import type { Tally } from '../simulator/tally'
import { loadCompany } from './load-company'
import { loadHistory } from './load-history'

export interface DemoOptions {
  origin: string
  /** Setting dates of publication and receipt needs the installation's token. */
  token: string
  /** Told in words what happens; for the log of the start. */
  onProgress?: (sentence: string) => void
  signal?: AbortSignal
}

/**
 * Loads the demo company over the HTTP API, and then its last 30 days in the background; the screen shows how far that
 * is (task `demo`). Can be run again: what exists is left as it is, and a history that broke off is continued.
 *
 * @returns when the company stands; `history` is done when its events are stored
 */
export async function loadDemo({
  origin,
  token,
  onProgress = () => {},
  signal,
}: DemoOptions): Promise<{ history: Promise<Tally> }> {
  const api: ApiOptions = { origin, token, signal }
  const { loaded, loadedBefore } = await loadCompany(api, onProgress)
  // The demo company has people enough to review each other, as a company would. Whoever changed it meanwhile is left alone.
  if (!loadedBefore) await call('updateSettings', { body: { review_required: true } }, api)
  const history = loadHistory(api, { end: loaded, resume: loadedBefore, onProgress })
  // Whoever started us may never look at the promise; the task says what went wrong.
  history.catch(() => {})
  return { history }
}

import 'server-only'

/**
 * Whether the demo's people may sign in with one click: only in the database that `npm start` keeps itself. A company's
 * own server never lets anybody in so, even if a copy of the demo was restored into it.
 */
export function isDemoDatabase(): boolean {
  return process.env.PASTTENSE_EMBEDDED === '1'
}

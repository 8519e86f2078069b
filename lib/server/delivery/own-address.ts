import 'server-only'

/**
 * Where this installation is reached, for links in what is sent out: `PASTTENSE_URL`, else where `npm start` listens.
 * Without a slash at its end. docs/telling.md says the same to whoever runs a server.
 */
export function ownAddress(): string {
  return (process.env.PASTTENSE_URL ?? 'http://localhost:3000').replace(/\/+$/, '')
}

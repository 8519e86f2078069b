import { createHash } from 'node:crypto'

/**
 * What the database knows a secret link by: SHA-256, base64url. Whoever reads a copy of it can open no account. The
 * secrets are random and long, so the hash needs no salt.
 */
export function hashedIdentifier(identifier: string): string {
  return createHash('sha256').update(identifier).digest('base64url')
}

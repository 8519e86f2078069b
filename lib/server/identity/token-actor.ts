import 'server-only'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { installation, type Actor } from '@/lib/domain/policy/policy'
import { useToken } from '@/lib/server/stores/token-store'
import { actorOf } from './known-actors'

/** So that a token is known for what it is wherever it turns up, such as in a scan for leaked secrets. */
const PREFIX = 'pasttense_'

/** A new token: 256 random bits. */
export const newTokenSecret = (): string => PREFIX + randomBytes(32).toString('base64url')

/** As it is kept. Random bits need no salt and no slow hash. */
export const tokenHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/**
 * Who sends this token; null where it is none, revoked, expired, or its person may no longer sign in. At once where nobody
 * has to be asked.
 */
export function tokenActor(secret: string): Promise<Actor | null> | Actor | null {
  if (isInstallationToken(secret)) return installation
  if (!secret.startsWith(PREFIX)) return null
  return actorOf(`token ${secret}`, async () => {
    const holder = await useToken(tokenHash(secret))
    if (!holder) return null
    return {
      kind: 'token',
      id: holder.personId,
      name: `${holder.personName} (${holder.tokenName})`,
      role: holder.role,
      owners: holder.owners,
      scopes: new Set(holder.scopes),
      service: holder.service,
    }
  })
}

/** In constant time. How long the token is may be found out: it says nothing of random bits. */
function isInstallationToken(candidate: string): boolean {
  const token = process.env.PASTTENSE_TOKEN
  if (!token || candidate.length !== token.length) return false
  const given = Buffer.from(candidate)
  const own = Buffer.from(token)
  return given.length === own.length && timingSafeEqual(given, own)
}

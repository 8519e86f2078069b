import 'server-only'
import type { OAuth2Tokens } from 'better-auth'
import type { GenericOAuthUserInfo } from 'better-auth/plugins/generic-oauth'
import { namesGroups } from '@/lib/domain/policy/group-grants'
import { rememberClaims } from './company-groups'
import type { CompanyProvider } from './company-provider'
import { providerGroups } from './provider-groups'

type Claims = Readonly<Record<string, unknown>>

/** Milliseconds that somebody who signs in waits for each answer of the provider. */
const PATIENCE = 5_000

/**
 * Who has come, by the ID token, which better-auth has verified before. The userinfo endpoint is asked for what the token
 * leaves out: the e-mail address, and the groups where some give something here.
 * @returns null where nothing says who it is, or the two do not speak of the same person
 */
export async function companyClaims(
  provider: CompanyProvider,
  tokens: OAuth2Tokens,
): Promise<GenericOAuthUserInfo | null> {
  const token = tokens.idToken === undefined ? {} : claimsOf(tokens.idToken)
  const { claim, grants } = await providerGroups()
  const namesAll = grants.length === 0 || namesGroups(token, claim)
  const more =
    (token.email !== undefined && namesAll) || tokens.accessToken === undefined
      ? {}
      : await readUserInfo(provider, tokens.accessToken)
  if (token.sub !== undefined && more?.sub !== undefined && token.sub !== more.sub) return null
  // Where the groups cannot be read now, everybody keeps what they had: an empty list would take it away.
  if (namesAll || more !== null) rememberClaims({ ...more, ...token })
  // Whether an address is verified is said by whoever says the address.
  const who = token.email === undefined ? more : token
  if (who === null || typeof who.email !== 'string') return null
  return {
    ...who,
    email: who.email,
    emailVerified: who.email_verified === true || who.email_verified === 'true',
    image: typeof who.picture === 'string' ? who.picture : undefined,
    name: typeof who.name === 'string' ? who.name : undefined,
  }
}

/** What is in the middle of a JWT; nothing where it is none. */
function claimsOf(token: string): Claims {
  try {
    return asClaims(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())) ?? {}
  } catch {
    return {}
  }
}

/** @returns empty where the provider has no such endpoint, null where it does not answer */
async function readUserInfo({ issuer }: CompanyProvider, accessToken: string): Promise<Claims | null> {
  try {
    const described = await readJson(`${issuer}/.well-known/openid-configuration`, {})
    const endpoint = described.userinfo_endpoint
    if (typeof endpoint !== 'string') return {}
    return await readJson(endpoint, { authorization: `Bearer ${accessToken}` })
  } catch (error) {
    console.error('The provider did not say what its ID token leaves out:', error)
    return null
  }
}

async function readJson(address: string, headers: Record<string, string>): Promise<Claims> {
  const answer = await fetch(address, {
    headers: { accept: 'application/json', ...headers },
    // The access token goes to nobody else.
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`)
  const claims = asClaims(await answer.json())
  if (!claims) throw new Error(`${address} answered no JSON object.`)
  return claims
}

function asClaims(value: unknown): Claims | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : undefined
}

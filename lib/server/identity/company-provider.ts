import 'server-only'

/** The company's own OpenID Connect provider. */
export interface CompanyProvider {
  /** Part of the address that people come back to: `/api/auth/callback/company`. */
  readonly id: 'company'
  /** As the button calls it. */
  readonly name: string
  /** Its address, under which `/.well-known/openid-configuration` says the rest. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What is asked for; some providers name groups only where one asks for a scope of theirs. */
  readonly scopes: readonly string[]
}

/** By the environment; null where none is set up. @throws Error where only half of it is */
export function companyProvider(): CompanyProvider | null {
  const {
    PASTTENSE_OIDC_ISSUER: issuer,
    PASTTENSE_OIDC_CLIENT_ID: clientId,
    PASTTENSE_OIDC_CLIENT_SECRET: clientSecret,
    PASTTENSE_OIDC_NAME: name,
    PASTTENSE_OIDC_SCOPES: scopes,
  } = process.env
  if (!issuer) return null
  if (!clientId || !clientSecret)
    throw new Error(
      'PASTTENSE_OIDC_ISSUER needs PASTTENSE_OIDC_CLIENT_ID and PASTTENSE_OIDC_CLIENT_SECRET beside it.',
    )
  return {
    id: 'company',
    name: name || new URL(issuer).host,
    issuer: issuer.replace(/\/$/, ''),
    clientId,
    clientSecret,
    scopes: (scopes || 'openid email profile').split(/[\s,]+/).filter((scope) => scope !== ''),
  }
}

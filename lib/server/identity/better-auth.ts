import 'server-only'
import { randomUUID } from 'node:crypto'
import { betterAuth, type OAuth2Tokens } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { PEER_HEADER } from '@/lib/domain/policy/socket-headers'
import { prisma } from '@/lib/server/database/connection'
import { hashedIdentifier } from '@/lib/server/stores/hashed-identifier'
import { findPerson, hasPeople } from '@/lib/server/stores/person-store'
import { recordingClient } from '@/lib/server/stores/sign-in-deed-store'
import { companyClaims } from './company-claims'
import { applyGroups } from './company-groups'
import { companyProvider } from './company-provider'
import { mailNewPassword } from './mail-new-password'
import { ownWaysIn } from './own-ways-in'
import { COOKIE_PREFIX, sessionNamed } from './session-cookie'
import { deedOfSigningIn, recordRefusal } from './sign-in-deeds'
import { admitSignIn, forgiveSignIn, RETRY_AFTER_SECONDS } from './sign-in-limit'

const HOUR_SECONDS = 3_600
const FORTNIGHT_SECONDS = 14 * 86_400

/** Calls by which strangers could try addresses and passwords, or fill somebody's mailbox. */
const guessed = new Set(['/sign-in/email', '/request-password-reset', '/change-password'])

/**
 * better-auth on our tables. It keeps passwords, sessions and the company's provider; who may what is ours
 * (lib/domain/policy). Requests come through lib/server/http/sign-in-route.ts alone, which has refused other sites.
 * @param secure for https: the cookie is sent over nothing else then
 */
function make(secure: boolean) {
  return betterAuth({
    appName: 'Pasttense',
    basePath: '/api/auth',
    secret: secret(),
    database: prismaAdapter(recordingClient(deedOfSigningIn), { provider: 'postgresql' }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: {
      modelName: 'person',
      // What better-auth hands out must not need a second look to know who it is.
      additionalFields: { role: { type: 'string', input: false, required: false } },
    },
    // A session's cookie is signed beside its token, so that a copy of the table opens none.
    verification: {
      storeIdentifier: { hash: (identifier) => Promise.resolve(hashedIdentifier(identifier)) },
    },
    session: { expiresIn: FORTNIGHT_SECONDS, disableSessionRefresh: true },
    account: {
      encryptOAuthTokens: true,
      // An account at the provider is somebody's of ours only where the provider has verified the e-mail address.
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
    },
    emailAndPassword: {
      enabled: true,
      // People are added by an administrator.
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: HOUR_SECONDS,
      // Not waited for: how long it takes would say whether somebody has this address.
      sendResetPassword: ({ user, token }) => {
        mailNewPassword(user.id, token).catch((error: unknown) => console.error(error))
        return Promise.resolve()
      },
    },
    // Ours counts failures in the database, by e-mail address too; see sign-in-limit.ts.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: secure,
      // Turned off under test, where it is to be tested.
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [PEER_HEADER] },
      database: { generateId: () => randomUUID() },
    },
    onAPIError: { errorURL: '/sign-in' },
    databaseHooks: {
      user: {
        create: {
          // Comes from the provider alone. An installation gets its administrator first, or it would never have one.
          before: () => hasPeople().then((hasAny) => (hasAny ? undefined : false)),
        },
      },
      session: {
        create: {
          before: async (session) => {
            const person = await findPerson(session.userId)
            return person?.active === true
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (!guessed.has(ctx.path)) return
        const admission = await admitSignIn(guessedIn(ctx), ctx.headers?.get(PEER_HEADER) ?? '')
        if (admission === 'admitted') return ctx.path === '/change-password' ? endingOtherSessions : undefined
        if (admission === 'refused-first') await recordRefusal(ctx.path, emailIn(ctx.body))
        throw new APIError(
          'TOO_MANY_REQUESTS',
          { message: 'Too many attempts were made here. Try again in a quarter of an hour.' },
          { 'retry-after': String(RETRY_AFTER_SECONDS) },
        )
      }),
      after: createAuthMiddleware(async (ctx) => {
        const { newSession } = ctx.context
        if (ctx.path === '/callback/:id' && newSession) await applyGroups(newSession.user.id)
        if (ctx.path !== '/sign-in/email' || !newSession) return
        await forgiveSignIn(emailIn(ctx.body), ctx.headers?.get(PEER_HEADER) ?? '')
      }),
    },
    plugins: [ownWaysIn, genericOAuth({ config: providers() })],
  })
}

/** Whoever changes a password may do so because somebody knows it: it is no choice of the request's. */
const endingOtherSessions = { context: { body: { revokeOtherSessions: true } } }

/** People whom nobody added come in as readers; those whom an administrator added are known by their verified address. */
function providers() {
  const provider = companyProvider()
  if (!provider) return []
  const { id, issuer, clientId, clientSecret, scopes } = provider
  return [
    {
      providerId: id,
      discoveryUrl: `${issuer}/.well-known/openid-configuration`,
      clientId,
      clientSecret,
      scopes: [...scopes],
      pkce: true,
      // Where the claims pass by; what they give is written when it is known whose they are.
      getUserInfo: (tokens: OAuth2Tokens) => companyClaims(provider, tokens),
    },
  ]
}

/** What the limits count by: an address, or the session that a password is tried with. */
function guessedIn({ path, body, headers }: { path: string; body?: unknown; headers?: Headers }): string {
  if (path !== '/change-password') return emailIn(body)
  return `session ${sessionNamed(headers?.get('cookie') ?? '')}`
}

function emailIn(body: unknown): string {
  const email = (body as { email?: unknown } | undefined)?.email
  return typeof email === 'string' ? email.slice(0, 300) : ''
}

function secret(): string {
  const { PASTTENSE_SECRET } = process.env
  if (!PASTTENSE_SECRET) throw new Error('PASTTENSE_SECRET is not set: `npm start` sets it.')
  return PASTTENSE_SECRET
}

type Auth = ReturnType<typeof make>
const key = Symbol.for('pasttense.auth')
/** By the connection they use: tests change it between files. */
const holder = globalThis as { [key]?: WeakMap<object, Map<boolean, Auth>> }

export function auth(secure: boolean): Auth {
  const all = (holder[key] ??= new WeakMap())
  const ofConnection = all.get(prisma()) ?? new Map<boolean, Auth>()
  all.set(prisma(), ofConnection)
  const made = ofConnection.get(secure) ?? make(secure)
  ofConnection.set(secure, made)
  return made
}

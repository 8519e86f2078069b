/** Why one is not signed in, in a sentence for the person. */
export class SignInFailure extends Error {
  override readonly name = 'SignInFailure'
}

/**
 * Calls of /api/auth, which is better-auth's and speaks otherwise than our API.
 * @throws SignInFailure
 */
async function post(path: string, body: unknown = {}): Promise<Record<string, unknown>> {
  let response: Response
  try {
    response = await fetch(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    throw new SignInFailure('The server cannot be reached. Check that it runs and try again.')
  }
  const answer = (await response.json().catch(() => null)) as Record<string, unknown> | null
  if (response.ok) return answer ?? {}
  throw new SignInFailure(failureSentence(response.status, answer))
}

/** What went wrong and what to do. @param answer better-auth's, or a problem of ours; null where it was none of both */
export function failureSentence(status: number, answer: Record<string, unknown> | null): string {
  if (status === 401) return 'The e-mail address and the password do not belong together.'
  if (answer?.code === 'INVALID_TOKEN') return 'This link was used already or is too old. Ask for a new one.'
  if (answer?.code === 'INVALID_PASSWORD') return 'Your current password is another one.'
  // It asks the provider how to go on before it knows it; what does not answer is "not found".
  if (answer?.code === 'PROVIDER_NOT_FOUND') return PROVIDER_AWAY
  const said = answer?.message ?? answer?.detail
  if (typeof said === 'string' && said !== '') return said
  return `The server answered ${status} without saying why. Try again; if it stays, look at the server's log.`
}

const PROVIDER_AWAY =
  'This server cannot reach the provider. Try again in a moment, or sign in another way; if it stays, tell an administrator.'

export const signIn = (email: string, password: string) => post('/sign-in/email', { email, password })

export const signInDemo = (id: string) => post('/sign-in/demo', { id })

export const signUpFirst = (name: string, email: string, password: string) =>
  post('/sign-up/first', { name, email, password })

/** Chooses a password by an invitation's secret. */
export const acceptInvitation = (token: string, newPassword: string) =>
  post('/reset-password', { token, newPassword })

/** Has a link mailed, if somebody has this address; the answer does not say whether. */
export const askForNewPassword = (email: string) => post('/request-password-reset', { email })

export const changePassword = (currentPassword: string, newPassword: string) =>
  post('/change-password', { currentPassword, newPassword })

/** @returns the provider's page, which sends back to `to` */
export async function signInAtProvider(provider: string, to: string): Promise<string> {
  // Whoever is sent back goes on from here to where they wanted to.
  const errorCallbackURL = `/sign-in?to=${encodeURIComponent(to)}`
  const { url } = await post('/sign-in/social', { provider, callbackURL: to, errorCallbackURL })
  if (typeof url !== 'string') throw new SignInFailure(PROVIDER_AWAY)
  return url
}

export const signOut = () => post('/sign-out')

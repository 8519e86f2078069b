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
  throw new SignInFailure(sentence(response.status, answer))
}

function sentence(status: number, answer: Record<string, unknown> | null): string {
  if (status === 401) return 'The e-mail address and the password do not belong together.'
  if (answer?.code === 'INVALID_TOKEN') return 'This link was used already or is too old. Ask for a new one.'
  if (answer?.code === 'INVALID_PASSWORD') return 'Your current password is another one.'
  const said = answer?.message ?? answer?.detail
  if (typeof said === 'string' && said !== '') return said
  return `The server answered ${status} without saying why. Try again; if it stays, look at the server's log.`
}

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
  if (typeof url !== 'string')
    throw new SignInFailure('The provider cannot be reached. Try again in a moment.')
  return url
}

export const signOut = () => post('/sign-out')

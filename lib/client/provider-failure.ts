/** A sign-in that was begun in another browser or too long ago, or that was finished already. */
const STALE = new Set(['state_mismatch', 'state_not_found', 'state_invalid', 'invalid_code'])

/**
 * Why somebody comes back from the company's provider without having been let in, and what to do now.
 * @param code what the address says (`error`): the provider's own word (OpenID Connect) or better-auth's
 * @param provider its name, as on the button
 */
export function providerFailure(code: string, provider: string): string {
  if (code === 'access_denied')
    return `${provider} did not let you through, or you turned back there. Try again, or sign in another way.`
  if (STALE.has(code))
    return `This sign-in took too long or was finished elsewhere. Continue with ${provider} once more.`
  return 'You were not let in. Try again, or ask an administrator whether your e-mail address is the one known here.'
}

import 'server-only'
import { recordAlone } from '@/lib/server/stores/audit-store'
import { findEmailHere } from '@/lib/server/stores/person-store'
import type { SignInDeed, SignInWrite } from '@/lib/server/stores/sign-in-deed-store'
import { callUnderWay } from './call-under-way'
import { companyProvider } from './company-provider'

/** How somebody came in, by the call that let them in. */
function wayIn(call: string): string | null {
  if (call === '/sign-in/email') return 'password'
  if (call === '/sign-in/demo') return 'one click, in the demo'
  if (call === '/sign-up/first') return 'the first visit'
  return call.startsWith('/callback/') ? 'the company’s provider' : null
}

/** What goes on record of what better-auth writes during a call. */
export function deedOfSigningIn(write: SignInWrite): SignInDeed | null {
  const call = callUnderWay()
  switch (write) {
    case 'person-made':
      return { action: 'person-added', details: { from: companyProvider()?.issuer } }
    case 'session-made': {
      const by = wayIn(call)
      return by === null ? null : { action: 'signed-in', details: { by } }
    }
    case 'session-ended':
      // Sessions that go with an old password are told by it.
      return call === '/sign-out' ? { action: 'session-ended', details: { by: 'signing out' } } : null
    case 'password-made':
      return { action: 'invitation-accepted' }
    case 'password-replaced':
      return call === '/change-password'
        ? { action: 'password-changed', details: { by: 'the old one' } }
        : { action: 'password-changed', details: { by: 'a link' } }
  }
}

const ATTEMPTS: Record<string, string> = {
  '/sign-in/email': 'to sign in',
  '/request-password-reset': 'to get a link for a new password',
  '/change-password': 'to change a password',
}

/**
 * Puts on record that attempts are refused from now on. What was tried stays nobody's business where it is no address of
 * somebody here: strangers would write into the log what they like.
 */
export async function recordRefusal(call: string, email: string): Promise<void> {
  await recordAlone({
    by: { kind: 'local', id: 'stranger', name: 'Somebody' },
    action: 'sign-in-refused',
    subject: (await findEmailHere(email)) ?? 'nobody here',
    details: { attempted: ATTEMPTS[call] },
  })
}

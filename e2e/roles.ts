import type { Role } from '@/lib/domain/policy/policy'

/** The file with the session of somebody of the demo company with this role; roles.setup.ts writes it. */
export function signedIn(role: Role): string {
  return `${process.env.PASTTENSE_E2E_DATA}-roles/${role}.json`
}

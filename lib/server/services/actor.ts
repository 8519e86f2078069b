import { may, rules, type Action, type Actor, type Subject } from '@/lib/domain/policy/policy'
import { problem } from './problem'

export type { Actor }

/**
 * Every service asks this first; with a subject where the table asks whose the thing is.
 * @throws Problem `forbidden`; `unauthorized` where signing in may help
 */
export function authorize(actor: Actor, action: Action, subject?: Subject): void {
  if (may(actor, action, subject)) return
  if (actor.kind === 'local')
    throw problem(
      'unauthorized',
      `Sign in to do this, or send a token: "Authorization: Bearer …". (${action})`,
      undefined,
      { 'www-authenticate': 'Bearer' },
    )
  throw problem('forbidden', `${reason(actor, action)} (${action})`)
}

function reason(actor: Actor, action: Action): string {
  const { role, scope } = rules[action]
  if (!may({ ...actor, role: 'administrator' }, action))
    return scope === null
      ? 'A token with scopes may not do this: a person has to.'
      : `This needs a token with the scope ${scope}.`
  return `This needs the role ${role}, or that the thing is yours or your team's where that is enough. Ask an administrator.`
}

import { may, type Action, type Actor } from '@/lib/domain/policy/policy'
import { problem } from './problem'

export type { Actor }

/** Every service asks this first. @throws Problem `forbidden` */
export function authorize(actor: Actor, action: Action): void {
  if (may(actor, action)) return
  throw problem(
    'forbidden',
    `This needs the installation's token: send it as "Authorization: Bearer …". (${action})`,
  )
}

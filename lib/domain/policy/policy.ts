/**
 * Who may do what. Until people can sign in there are two sorts of actor: whoever sits at this machine (`local`),
 * and whoever holds the installation's token (`token`). Issue by issue this table grows; nothing else decides rights.
 */
export interface Actor {
  readonly kind: 'local' | 'token'
  /** Shown wherever the catalog says who did something. */
  readonly name: string
}

export type Action =
  'read' | 'receive-events' | 'import-history' | 'edit-catalog' | 'publish' | 'erase' | 'administer'

/** Setting the time of receipt or of publication rewrites history: only the token's holder may. */
const tokenOnly: ReadonlySet<Action> = new Set<Action>(['import-history'])

export function may(actor: Actor, action: Action): boolean {
  return actor.kind === 'token' || !tokenOnly.has(action)
}

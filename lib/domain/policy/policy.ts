/**
 * Who may do what. The table below is all there is: nothing else decides rights, and a test walks every call and every
 * page with every role and compares.
 */

/** Each role may what those before it may. */
export const roleNames = ['reader', 'author', 'reviewer', 'administrator'] as const
export type Role = (typeof roleNames)[number]

/** What an API token may be narrowed to. */
export const scopeNames = ['events:write', 'catalog:read', 'catalog:write', 'check'] as const
export type Scope = (typeof scopeNames)[number]

export interface Actor {
  /** `local`: whoever did not say who they are. */
  readonly kind: 'local' | 'person' | 'token'
  /**
   * A person's id, also where a token of theirs acts: what one did by a token is one's own. `installation` for the token
   * that `npm start` writes.
   */
  readonly id: string
  /** Shown wherever the catalog says who did something. */
  readonly name: string
  readonly role: Role
  /** Slugs of the owners (teams) one is a member of. */
  readonly owners: readonly string[]
  /** Tokens, and whoever did not say who they are. Null: everything that the role may. */
  readonly scopes: ReadonlySet<Scope> | null
  /** Tokens only: the slug of the service that sends with it. */
  readonly service?: string | null
  /** People in a browser only: the id of the session, which one may not end by accident. */
  readonly session?: string
}

/** What an action is about. Without a subject only the role counts. */
export interface Subject {
  /**
   * The slug of the owner concerned. Null where the thing belongs to nobody, whom everybody may stand in for: it could
   * otherwise not be given an owner by those who know it. Undefined where ownership says nothing.
   */
  readonly owner?: string | null
  /** The id of the actor whose thing it is. */
  readonly author?: string | null
}

export interface Rule {
  /** The role from which one may, whatever it is about. */
  readonly role: Role
  /** The role from which one may where one is a member of the owner concerned. */
  readonly member?: Role
  /** The role from which one may where the thing is one's own. */
  readonly own?: Role
  /** Refused where the thing is one's own, whatever the role. */
  readonly notOwn?: true
  /** The scope a token needs. Null: only a token without limits may, and people; `any`: none is needed. */
  readonly scope: Scope | 'any' | null
}

/** The table of rights. */
export const rules = {
  /** Find out that the server is there, who one is and how to sign in: strangers, too. */
  reach: { role: 'reader', scope: 'any' },
  /** Look at anything: the catalog, events, proposals. */
  read: { role: 'reader', scope: 'catalog:read' },
  /** Compare or lint what is sent along; nothing is stored. */
  check: { role: 'reader', scope: 'check' },
  'receive-events': { role: 'author', scope: 'events:write' },
  /** Set the time of receipt or of publication: it rewrites history, so never by accident. */
  'import-history': { role: 'administrator', scope: null },
  /** Register and describe event types, owners, services and domains; deprecate or retire an event type. */
  'edit-catalog': { role: 'reviewer', member: 'author', scope: 'catalog:write' },
  /**
   * Say, or take back, that a service produces or consumes an event type: a word of the service's owner, whoever owns the
   * event type. It decides who is told and whom a change breaks.
   */
  declare: { role: 'reviewer', member: 'author', scope: 'catalog:write' },
  /** Show others how far long work of one's own is. */
  'report-progress': { role: 'administrator', own: 'author', scope: 'catalog:write' },
  /** Start a draft of an event type, whoever owns it. */
  draft: { role: 'author', scope: 'catalog:write' },
  /** Change, hand in, take back or withdraw a draft. */
  'edit-draft': { role: 'reviewer', member: 'author', own: 'author', scope: 'catalog:write' },
  comment: { role: 'author', scope: 'catalog:write' },
  /** Approve, decline or ask for changes: the owner's members, reviewers; nobody their own. */
  review: { role: 'reviewer', member: 'author', notOwn: true, scope: 'catalog:write' },
  /** Publish, deprecate or retire a version, waive a finding. */
  publish: { role: 'reviewer', member: 'author', scope: 'catalog:write' },
  /** See what no schema describes: other fields, unknown types, quarantine. Whoever describes events has to look at them. */
  'see-undeclared': { role: 'reviewer', member: 'author', scope: 'catalog:write' },
  /** See one event with what is sensitive in it, for a reason that goes on record. Nobody sees it otherwise. */
  reveal: { role: 'reviewer', member: 'author', scope: null },
  /** Replace personal data by a tombstone. */
  erase: { role: 'administrator', scope: null },
  /** Change settings and rules, count anew. */
  administer: { role: 'administrator', scope: null },
  /** See and change what is one's own: sessions, what one is mailed. */
  'keep-account': { role: 'reader', scope: null },
  /** Make a token of one's own, and see those one has. It may no more than oneself. */
  'make-token': { role: 'reader', scope: null },
  'revoke-token': { role: 'administrator', own: 'reader', scope: null },
  /** Add people, give roles and memberships. */
  'manage-people': { role: 'administrator', scope: null },
  /** See who did what. */
  'read-audit': { role: 'administrator', scope: null },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof rules

/** Whether the table lets this actor do that, to what it is about. */
export function may(actor: Actor, action: Action, subject: Subject = {}): boolean {
  const rule: Rule = rules[action]
  if (!isInScope(actor.scopes, rule.scope)) return false
  const isOwn = subject.author !== undefined && subject.author === actor.id
  if (rule.notOwn && isOwn) return false
  const isMember =
    subject.owner === null || (subject.owner !== undefined && actor.owners.includes(subject.owner))
  return (
    isAtLeast(actor.role, rule.role) ||
    (isMember && rule.member !== undefined && isAtLeast(actor.role, rule.member)) ||
    (isOwn && rule.own !== undefined && isAtLeast(actor.role, rule.own))
  )
}

function isInScope(scopes: Actor['scopes'], needed: Rule['scope']): boolean {
  if (scopes === null || needed === 'any') return true
  if (needed === null) return false
  // Whoever writes the catalog is answered what stands there then.
  return scopes.has(needed) || (needed === 'catalog:read' && scopes.has('catalog:write'))
}

export function isAtLeast(role: Role, least: Role): boolean {
  return roleNames.indexOf(role) >= roleNames.indexOf(least)
}

/** Whoever holds the token that `npm start` writes. */
export const installation: Actor = {
  kind: 'token',
  id: 'installation',
  name: 'administrator',
  role: 'administrator',
  owners: [],
  scopes: null,
}

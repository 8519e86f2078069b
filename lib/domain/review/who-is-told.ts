/** What people are told of, beside what happens to proposals: that a version, or an event type, they read is going away. */
export type Told =
  | 'submit'
  | 'comment'
  | 'approve'
  | 'request-changes'
  | 'revise'
  | 'publish'
  | 'decline'
  | 'withdraw'
  | 'version-deprecated'
  | 'version-retired'
  | 'event-type-deprecated'
  | 'event-type-retired'

type Concern = 'mentioned' | 'author' | 'spoke' | 'owner' | 'reviewer' | 'consumer'
/** Ids of people, by what they have to do with it. */
export type Audience = Readonly<Record<Concern, readonly string[]>>

/** What an inbox holds: those, and that a webhook was switched off because nothing reached it any more. */
export type InboxKind = Told | 'webhook-off'
/** Why somebody is told; the last two, of a webhook. */
export type Because = Concern | 'administrator' | 'hears'

/** Whom each concerns, the closest reason first: that one is told as the reason. */
const concerns: Readonly<Record<Told, readonly Concern[]>> = {
  submit: ['mentioned', 'spoke', 'owner', 'reviewer'],
  comment: ['mentioned', 'author', 'spoke'],
  approve: ['mentioned', 'author'],
  'request-changes': ['mentioned', 'author'],
  revise: ['spoke'],
  publish: ['author', 'spoke', 'owner', 'consumer'],
  decline: ['mentioned', 'author', 'spoke'],
  withdraw: ['spoke'],
  'version-deprecated': ['owner', 'consumer'],
  'version-retired': ['owner', 'consumer'],
  'event-type-deprecated': ['owner', 'consumer'],
  'event-type-retired': ['owner', 'consumer'],
}

/** Each person once, with why; whoever did it knows already. */
export function whoIsTold(
  told: Told,
  audience: Audience,
  doer: string,
): { person: string; because: Because }[] {
  const reasons = new Map<string, Because>()
  for (const because of concerns[told]) {
    for (const person of audience[because])
      if (person !== doer && !reasons.has(person)) reasons.set(person, because)
  }
  return [...reasons].map(([person, because]) => ({ person, because }))
}

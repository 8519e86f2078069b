import type { Told } from '@/lib/domain/review/who-is-told'

/** What the catalog tells the world, named as events are: in the past tense. */
export const newsKinds = [
  'VersionPublished',
  'VersionDeprecated',
  'VersionRetired',
  'EventTypeDeprecated',
  'EventTypeRetired',
  'ProposalSubmitted',
  'ProposalCommented',
  'ProposalRevised',
  'ProposalApproved',
  'ProposalChangesRequested',
  'ProposalDeclined',
  'ProposalWithdrawn',
] as const
export type NewsKind = (typeof newsKinds)[number]

/** What is of interest to whoever only reads the catalog. */
export const catalogNews: readonly NewsKind[] = [
  'VersionPublished',
  'VersionDeprecated',
  'VersionRetired',
  'EventTypeDeprecated',
  'EventTypeRetired',
]

/** The news in what people are told of. */
export const newsOf: Readonly<Record<Told, NewsKind>> = {
  publish: 'VersionPublished',
  'version-deprecated': 'VersionDeprecated',
  'version-retired': 'VersionRetired',
  'event-type-deprecated': 'EventTypeDeprecated',
  'event-type-retired': 'EventTypeRetired',
  submit: 'ProposalSubmitted',
  comment: 'ProposalCommented',
  revise: 'ProposalRevised',
  approve: 'ProposalApproved',
  'request-changes': 'ProposalChangesRequested',
  decline: 'ProposalDeclined',
  withdraw: 'ProposalWithdrawn',
}

export interface News {
  readonly id: string
  readonly kind: NewsKind
  readonly eventType: string
  /** Slug of whoever owned the event type then. */
  readonly owner: string | null
  readonly version: string | null
  /** The id of the proposal it is about, or came from. */
  readonly proposal: string | null
  /** Whether it breaks somebody who reads the version it continues. */
  readonly isBreaking: boolean
  /** Why it was published, deprecated or retired; what people say about a proposal stays there. */
  readonly reason: string
  /** What to go to instead of what was deprecated or retired, and by which day. */
  readonly successor: string | null
  readonly retiresOn: string | null
  readonly by: string
  /** RFC 3339, UTC. */
  readonly at: string
}

/** What somebody wants to hear; null where everything. */
export interface Hearing {
  readonly kinds: readonly string[]
  readonly owner: string | null
  readonly eventType: string | null
}

export function hears({ kinds, owner, eventType }: Hearing, news: News): boolean {
  return (
    kinds.includes(news.kind) &&
    (owner === null || owner === news.owner) &&
    (eventType === null || eventType === news.eventType)
  )
}

/** Where the news leads, as a path of this installation. */
export function pathOf({ kind, eventType, version, proposal }: News): string {
  const type = `/catalog/${encodeURIComponent(eventType)}`
  if (!catalogNews.includes(kind))
    return proposal === null ? type : `/proposals/${encodeURIComponent(proposal)}`
  return version === null ? type : `${type}?tab=schema&version=${encodeURIComponent(version)}`
}

/**
 * The news as an event by the rules of the house: what happened in `data`, what is said about it in `meta`. It names
 * event types and versions, never what an event of them held.
 * @param origin of this installation, such as `https://events.example.com`
 */
export function writeNews(news: News, origin: string): string {
  return JSON.stringify({
    data: {
      event_type: news.eventType,
      owner: news.owner,
      version: news.version,
      proposal: news.proposal,
      breaking: news.isBreaking,
      reason: news.reason,
      successor: news.successor,
      retires_on: news.retiresOn,
      by: news.by,
      url: origin + pathOf(news),
    },
    meta: {
      event_id: news.id,
      created_at: news.at,
      schema: { name: news.kind, version: '1.1.0' },
      producer: 'pasttense',
    },
  })
}

import { BECAUSE_WORDS, TOLD_WORDS } from './told-words'
import type { Because, InboxKind } from './who-is-told'

/** Plain text: nothing in it can be markup. */
export interface MailText {
  readonly subject: string
  readonly body: string
}

export interface ToldItem {
  readonly kind: InboxKind
  readonly because: Because
  /** Null where it happened to a webhook. */
  readonly eventType: string | null
  readonly webhook?: string | null
  readonly version: string | null
  readonly proposal: string | null
  readonly body: string
  readonly by: string
}

const MAX_SUBJECT = 150

/** One thing that happened. @param origin of this installation, such as `https://events.example.com` */
export function mailOfItem(item: ToldItem, origin: string): MailText {
  return {
    subject: oneLine(`${subjectOf(item)}: ${item.by} ${didIt(item.kind)}`),
    body: [...paragraphs(item, origin), ending(origin)].join('\n\n'),
  }
}

const didIt = (kind: InboxKind) => (kind === 'submit' ? 'handed it in' : `${TOLD_WORDS[kind]} it`)

/** What happened in a day, oldest first. */
export function mailOfDay(items: readonly ToldItem[], origin: string): MailText {
  const first = items[0] ? subjectOf(items[0]) : ''
  const more = items.length - 1
  return {
    subject: oneLine(`${first}${more > 0 ? ` and ${more} more` : ''}: your day in the catalog`),
    body: [...items.flatMap((item) => paragraphs(item, origin)), ending(origin)].join('\n\n'),
  }
}

/**
 * A link that is good once, to choose a password.
 * @param invitation whose deed it is, null for one's own; and for how long it is good, such as `3 days`
 */
export function mailOfInvitation(
  { by, isNew, secret, good }: { by: string | null; isNew: boolean; secret: string; good: string },
  origin: string,
): MailText {
  const link = `${origin}/sign-in?invitation=${encodeURIComponent(secret)}`
  const why =
    by === null
      ? 'Somebody, you we hope, asked for a new password for this address.'
      : isNew
        ? `${oneLine(by)} lets you into the event catalog at ${origin}.`
        : `${oneLine(by)} made a link for you to choose a new password.`
  return {
    subject: isNew ? 'Choose a password for the event catalog' : 'A new password for the event catalog',
    body: [
      `${why} Choose a password here; the link is good once, for ${good}:`,
      link,
      by === null
        ? 'If it was not you, do nothing: your password stays what it is.'
        : 'Whoever has this link can sign in as you. Do not pass it on.',
    ].join('\n\n'),
  }
}

function subjectOf({ eventType, webhook }: ToldItem): string {
  return eventType ?? webhook ?? ''
}

function paragraphs(item: ToldItem, origin: string): string[] {
  const { kind, because, eventType, version, proposal, body, by } = item
  const what = version === null ? subjectOf(item) : `${subjectOf(item)} ${version}`
  const path =
    proposal !== null
      ? `/proposals/${encodeURIComponent(proposal)}`
      : eventType !== null
        ? `/catalog/${encodeURIComponent(eventType)}${version === null ? '' : '/versions'}`
        : '/settings/webhooks'
  const quoted = body.trim() === '' ? [] : [body.trim().replace(/^/gm, '> ')]
  return [
    `${oneLine(by)} ${TOLD_WORDS[kind]} ${what}. You are told because ${BECAUSE_WORDS[because]}.`,
    ...quoted,
    origin + path,
  ]
}

function ending(origin: string): string {
  return `-- \nWhether you get these mails you decide at ${origin}/account`
}

/** Names are somebody's, and a line break in a subject would begin another header. */
function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return line.length > MAX_SUBJECT ? `${line.slice(0, MAX_SUBJECT - 1)}…` : line
}

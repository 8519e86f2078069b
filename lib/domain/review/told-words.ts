import type { Because, InboxKind } from './who-is-told'

/** "Ada … CardExpired 1.2.0": what somebody did to it. */
export const TOLD_WORDS: Readonly<Record<InboxKind, string>> = {
  submit: 'handed in',
  comment: 'commented on',
  approve: 'approved',
  'request-changes': 'asked for changes in',
  revise: 'asks you again, after a change, about',
  publish: 'published',
  decline: 'declined',
  withdraw: 'withdrew',
  'version-deprecated': 'deprecated',
  'version-retired': 'retired',
  'event-type-deprecated': 'deprecated',
  'event-type-retired': 'retired',
  'webhook-off': 'switched off the webhook',
}

/** "because …": why one is told. */
export const BECAUSE_WORDS: Readonly<Record<Because, string>> = {
  mentioned: 'you are mentioned',
  author: 'you wrote it',
  spoke: 'you reviewed it',
  owner: 'your team owns it',
  reviewer: 'it needs a reviewer',
  consumer: 'your team consumes it',
  administrator: 'you are an administrator',
  hears: 'it tells what your team owns',
}

import { alikePageSchema } from './alike'
import { comparingProblems } from './compatibility'
import { draftPageSchema, draftPatchSchema, draftQuerySchema, draftSchema, newDraftSchema } from './draft'
import { inboxPageSchema, inboxReadSchema, unreadSchema } from './inbox'
import { pageQuerySchema } from './pages'
import {
  draftRevisionSchema,
  newCommentSchema,
  newReviewSchema,
  publicationSchema,
  rebasedSchema,
  reviewSchema,
  revisionPageSchema,
  revisionParamsSchema,
  statementSchema,
  threadParamsSchema,
  threadPatchSchema,
} from './proposal'
import { replayPageSchema, replayParamsSchema, replaySchema } from './replay'
import { idParams, type RouteContracts } from './route-contract'
import { publicationStatus, publishedVersionSchema } from './schema-version'

/** What may be said of a call that changes a proposal as one has read it. */
const heldProblems = [
  'draft-not-found',
  'draft-not-open',
  'not-possible-now',
  'revision-mismatch',
  'precondition-required',
] as const

/** Drafts, their revisions and reviews, replays, and the inbox. */
export const proposalRoutes = {
  listDrafts: {
    summary: 'Drafts and proposals, last changed first or by how long they wait',
    query: draftQuerySchema,
    response: draftPageSchema,
    problems: ['invalid-cursor'],
  },
  createDraft: {
    summary: 'Start a draft',
    body: newDraftSchema,
    status: 201,
    response: draftSchema,
    problems: ['version-not-found', 'owner-not-found', 'domain-not-found'],
  },
  getDraft: { summary: 'One draft', params: idParams, response: draftSchema, problems: ['draft-not-found'] },
  updateDraft: {
    summary: 'Save a draft',
    params: idParams,
    body: draftPatchSchema,
    revisioned: true,
    response: draftSchema,
    problems: [
      ...heldProblems,
      'owner-not-found',
      'domain-not-found',
      'invalid-schema',
      ...comparingProblems,
    ],
  },
  withdrawDraft: {
    summary: 'Withdraw a draft; it stays readable',
    params: idParams,
    problems: ['draft-not-found', 'draft-not-open'],
  },
  publishDraft: {
    summary: 'Publish a draft as the next version of its event type',
    params: idParams,
    body: publicationSchema,
    optionalBody: true,
    revisioned: true,
    givenUp: true,
    statusOf: publicationStatus,
    response: publishedVersionSchema,
    problems: [
      'draft-not-found',
      'draft-not-open',
      'review-needed',
      'not-approved',
      'rebase-needed',
      'reason-needed',
      'revision-mismatch',
      'precondition-required',
      'label-taken',
      'invalid-schema',
      'findings-block',
      ...comparingProblems,
    ],
  },
  rebaseDraft: {
    summary: 'Bring a draft together with the version published meanwhile',
    params: idParams,
    revisioned: true,
    response: rebasedSchema,
    problems: [...heldProblems, 'invalid-schema', ...comparingProblems],
  },
  listRevisions: {
    summary: 'Every saved revision of a draft, newest first',
    params: idParams,
    query: pageQuerySchema,
    response: revisionPageSchema,
    problems: ['draft-not-found', 'invalid-cursor'],
  },
  getRevision: {
    summary: 'One revision of a draft with its texts',
    params: revisionParamsSchema,
    response: draftRevisionSchema,
    problems: ['draft-not-found', 'revision-not-found'],
  },
  restoreRevision: {
    summary: 'Go back to a revision: its texts become the next one',
    params: revisionParamsSchema,
    revisioned: true,
    response: draftSchema,
    problems: [...heldProblems, 'revision-not-found', 'invalid-schema', ...comparingProblems],
  },
  getReview: {
    summary: 'Where a proposal stands: reviews, comments, what is missing, what one may do',
    params: idParams,
    response: reviewSchema,
    problems: ['draft-not-found'],
  },
  submitProposal: {
    summary: 'Hand a draft in for review',
    params: idParams,
    body: statementSchema,
    optionalBody: true,
    revisioned: true,
    givenUp: true,
    response: reviewSchema,
    problems: [...heldProblems, 'invalid-schema', ...comparingProblems],
  },
  reviewProposal: {
    summary: 'Comment, approve or request changes, with comments at fields, all at once',
    params: idParams,
    body: newReviewSchema,
    revisioned: true,
    status: 201,
    response: reviewSchema,
    problems: [...heldProblems, 'thread-not-found', 'revision-not-found'],
  },
  declineProposal: {
    summary: 'Decline a proposal; it stays readable and can be opened again',
    params: idParams,
    body: statementSchema,
    optionalBody: true,
    response: reviewSchema,
    problems: ['draft-not-found', 'not-possible-now'],
  },
  reopenProposal: {
    summary: 'Make a declined or withdrawn proposal a draft again',
    params: idParams,
    response: reviewSchema,
    problems: ['draft-not-found', 'not-possible-now'],
  },
  addComment: {
    summary: 'Comment on a field of a proposal, or answer',
    params: idParams,
    body: newCommentSchema,
    status: 201,
    response: reviewSchema,
    problems: ['draft-not-found', 'thread-not-found', 'revision-not-found'],
  },
  updateThread: {
    summary: 'Resolve a thread of comments, or open it again',
    params: threadParamsSchema,
    body: threadPatchSchema,
    response: reviewSchema,
    problems: ['draft-not-found', 'thread-not-found'],
  },
  listAlike: {
    summary: 'Event types that may be what a draft is about, with what they share',
    params: idParams,
    response: alikePageSchema,
    problems: ['draft-not-found'],
  },
  listReplays: {
    summary: 'What a draft would do to the stored events of its type, last replays first',
    params: idParams,
    response: replayPageSchema,
    problems: ['draft-not-found'],
  },
  startReplay: {
    summary: 'Hold a draft against every event of its type of the last 30 days, in the background',
    params: idParams,
    status: 202,
    response: replaySchema,
    problems: ['draft-not-found', 'invalid-schema'],
  },
  cancelReplay: {
    summary: 'Stop a replay; what it found so far stays',
    params: replayParamsSchema,
    problems: ['draft-not-found', 'replay-not-found'],
  },
  listInbox: {
    summary: 'What whoever asks was told, newest first',
    query: pageQuerySchema,
    response: inboxPageSchema,
    problems: ['invalid-cursor'],
  },
  getUnread: { summary: 'How much of the inbox is not read', response: unreadSchema, problems: [] },
  readInbox: {
    summary: 'Mark one thing of the inbox as read, or all up to one',
    body: inboxReadSchema,
    response: unreadSchema,
    problems: [],
  },
} as const satisfies RouteContracts

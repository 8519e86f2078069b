/**
 * The one registry of problems: RFC 9457 `type` slugs with their title and HTTP status.
 * A problem's `type` on the wire is `/problems/{slug}`; `detail` says what happened this time and what to do.
 */
export const problems = {
  'invalid-request': [422, 'The request does not have the expected form'],
  'malformed-json': [400, 'The body is not JSON'],
  'malformed-address': [400, 'The address is malformed'],
  'unsupported-media-type': [415, 'The Content-Type is not one this call reads'],
  'body-too-large': [413, 'The body is too large'],
  'too-many-events': [413, 'Too many events in one request'],
  unauthorized: [401, 'A valid token is needed'],
  forbidden: [403, 'This is not allowed'],
  'forbidden-host': [403, 'The Host header names no address of this server'],
  'forbidden-origin': [403, 'Another web site may not write here'],
  'not-found': [404, 'There is nothing at this address'],
  'method-not-allowed': [405, 'This address does not know that method'],
  'event-type-not-found': [404, 'No such event type'],
  'version-not-found': [404, 'No such schema version'],
  'schema-not-found': [404, 'No such schema'],
  'event-not-found': [404, 'No such event'],
  'quarantined-not-found': [404, 'Nothing in quarantine has this id'],
  'draft-not-found': [404, 'No such draft'],
  'owner-not-found': [404, 'No such owner'],
  'service-not-found': [404, 'No such service'],
  'domain-not-found': [404, 'No such domain'],
  'waiver-not-found': [404, 'No such waiver'],
  'not-waivable': [422, 'This finding cannot be waived'],
  'already-exists': [409, 'Something of this name exists already'],
  'label-taken': [409, 'This version label is taken by another schema'],
  'draft-not-open': [409, 'This draft can no longer be changed'],
  'revision-mismatch': [412, 'Somebody saved a newer revision'],
  'precondition-required': [428, 'If-Match is needed'],
  'invalid-schema': [422, 'The schema is not valid JSON Schema'],
  'findings-block': [422, 'Findings hold up publishing'],
  'invalid-cursor': [400, 'The cursor is not one this list gave out'],
  busy: [503, 'The receive queue is full'],
  'quarantine-full': [507, 'The quarantine is full'],
  'storage-full': [507, 'The disk of the database is full'],
  'database-unavailable': [503, 'The database does not answer'],
  internal: [500, 'Something went wrong here'],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type ProblemSlug = keyof typeof problems

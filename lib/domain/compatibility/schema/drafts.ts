export const drafts = ['draft-04', 'draft-06', 'draft-07', '2019-09', '2020-12'] as const
export type Draft = (typeof drafts)[number]

const uris: Record<string, Draft> = {
  'http://json-schema.org/draft-04/schema': 'draft-04',
  'http://json-schema.org/draft-06/schema': 'draft-06',
  'http://json-schema.org/draft-07/schema': 'draft-07',
  'https://json-schema.org/draft/2019-09/schema': '2019-09',
  'https://json-schema.org/draft/2020-12/schema': '2020-12',
}

/** The draft that a `$schema` names; http or https, with or without an empty fragment. */
export function draftOfUri(uri: string): Draft | undefined {
  const plain = uri.replace(/#$/, '')
  const other = plain.startsWith('https:')
    ? plain.replace('https:', 'http:')
    : plain.replace('http:', 'https:')
  return Object.hasOwn(uris, plain) ? uris[plain] : Object.hasOwn(uris, other) ? uris[other] : undefined
}

export function isAtLeast(draft: Draft, first: Draft): boolean {
  return drafts.indexOf(draft) >= drafts.indexOf(first)
}

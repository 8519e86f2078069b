export const drafts = ['draft-04', 'draft-06', 'draft-07', '2019-09', '2020-12'] as const
export type Draft = (typeof drafts)[number]

const uris: Readonly<Record<Draft, string>> = {
  'draft-04': 'http://json-schema.org/draft-04/schema#',
  'draft-06': 'http://json-schema.org/draft-06/schema#',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
  '2019-09': 'https://json-schema.org/draft/2019-09/schema',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
}

/** What `$schema` says of a draft. */
export function draftUri(draft: Draft): string {
  return uris[draft]
}

/** The draft that a `$schema` names; http or https, with or without an empty fragment. */
export function draftOfUri(uri: string): Draft | undefined {
  const name = nameOf(uri)
  return drafts.find((draft) => nameOf(uris[draft]) === name)
}

/** Without what may differ between two ways to write the same. */
function nameOf(uri: string): string {
  return uri.replace(/^https?:/, '').replace(/#$/, '')
}

export function isAtLeast(draft: Draft, first: Draft): boolean {
  return drafts.indexOf(draft) >= drafts.indexOf(first)
}

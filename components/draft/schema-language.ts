import type { MonacoKit } from '@/components/schema/monaco/load-monaco'
import { drafts, draftUri } from '@/lib/domain/compatibility/schema/drafts'
import { schemaLanguage } from './schema-keywords'

/** Teaches the editor's JSON language about schemas, once a page is enough. */
export function describeSchemaLanguage({ jsonDefaults }: MonacoKit): void {
  jsonDefaults.setDiagnosticsOptions({
    validate: true,
    allowComments: false,
    trailingCommas: 'error',
    schemaRequest: 'ignore',
    // What a schema gets wrong is a finding of ours with its own words; the editor only speaks of broken JSON.
    schemaValidation: 'ignore',
    enableSchemaRequest: false,
    schemas: [
      {
        uri: 'inmemory://pasttense/json-schema.json',
        fileMatch: ['inmemory://draft/schema.json'],
        schema: schemaLanguage('2020-12'),
      },
      // A text that says which draft it is written in is read by that name alone, whatever file it is.
      ...drafts.flatMap((draft) =>
        ['http:', 'https:'].map((scheme) => ({
          uri: draftUri(draft).replace(/^https?:/, scheme),
          schema: schemaLanguage(draft),
        })),
      ),
    ],
  })
}

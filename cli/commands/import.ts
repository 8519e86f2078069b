import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { answerFormats, oneOf } from '../choices'
import { connection } from '../connection'
import { importFolder, type FileOutcome } from '../import/import-folder'
import { importXes } from '../import/import-xes'
import { ownEnvelope } from '../import/mapping'
import { readMappingFile } from '../import/mapping-file'
import type { Command } from '../main'
import { exitCodes, UsageError } from '../usage-error'

export const command: Command = {
  usage: 'import FOLDER [--mapping FILE] | --xes FILE [--format text|json] [--url URL]',
  summary:
    'Brings a folder of versioned schemas and files of events, or a process log in XES form, into the catalog. It can be run again without harm.',
  details: `  --mapping FILE    how somebody else's folder is read: see docs/import.md
  --format          text (the default) or json, one line a file
  --url URL         the catalog

Exit code: 0 every file is in; 1 some failed; 2 called wrongly; 3 the catalog does not answer or refuses the token.`,
  run,
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      mapping: { type: 'string' },
      xes: { type: 'string' },
      format: { type: 'string', default: 'text' },
      url: { type: 'string' },
    },
  })
  const format = oneOf('--format', answerFormats, values.format)
  const tell = (outcome: FileOutcome) =>
    console.log(
      format === 'json'
        ? JSON.stringify(outcome)
        : `${outcome.status.padEnd(9)}  ${outcome.file}  ${outcome.message}`,
    )
  if (values.xes !== undefined) {
    if (positionals.length > 0 || values.mapping !== undefined)
      throw new UsageError(`Usage: pasttense ${command.usage}`)
    if (!statSync(values.xes, { throwIfNoEntry: false })?.isFile())
      throw new UsageError(`${values.xes} is no file.`)
    const outcome = await importXes(values.xes, connection(values.url), Date.now())
    tell(outcome)
    return outcome.status === 'failed' ? exitCodes.found : exitCodes.fine
  }
  const [folder, ...rest] = positionals
  if (folder === undefined || rest.length > 0) throw new UsageError(`Usage: pasttense ${command.usage}`)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${folder} is no folder.`)
  const mapping = values.mapping === undefined ? ownEnvelope : readMappingFile(values.mapping)
  const outcomes = await importFolder(folder, mapping, connection(values.url), tell)
  const count = (status: FileOutcome['status']) =>
    outcomes.filter((outcome) => outcome.status === status).length
  console.error(
    `${outcomes.length} files: ${count('done')} done, ${count('unchanged')} unchanged, ${count('failed')} failed`,
  )
  if (outcomes.length === 0)
    console.error(
      'Nothing was found. A mapping file says where the schemas and events are: see docs/import.md.',
    )
  return count('failed') > 0 ? exitCodes.found : exitCodes.fine
}

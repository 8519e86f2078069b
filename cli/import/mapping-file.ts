import { readJsonFile } from '../read-json-file'
import { UsageError } from '../usage-error'
import { readMapping, type Mapping } from './mapping'

/** @throws UsageError where the file is no mapping */
export function readMappingFile(file: string): Mapping {
  const mapping = readMapping(readJsonFile(file))
  if (typeof mapping === 'string') throw new UsageError(`${file}: ${mapping}`)
  return mapping
}

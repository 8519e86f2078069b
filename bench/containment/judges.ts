import '@hyperjump/json-schema/draft-04'
import '@hyperjump/json-schema/draft-06'
import '@hyperjump/json-schema/draft-07'
import '@hyperjump/json-schema/draft-2019-09'
import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12'
import Ajv, { type Options } from 'ajv'
import Ajv04 from 'ajv-draft-04'
import Ajv2019 from 'ajv/dist/2019'
import Ajv2020 from 'ajv/dist/2020'
import type { Json } from '@/lib/domain/json/json'
import type { Draft } from '@/lib/domain/compatibility/schema/drafts'

/** A validator that is not ours. Undefined: it cannot read the schema. */
export type Judge = (value: Json) => boolean | undefined

const options: Options = {
  strict: false,
  logger: false,
  validateFormats: false,
  addUsedSchema: false,
  // It divides floats; as its documentation says, 0.3 is then a multiple of 0.1.
  multipleOfPrecision: 9,
  // Half of its time went there.
  code: { optimize: false },
}

export function ajvJudge(schema: Json, draft: Draft): Judge {
  try {
    const check = ajvOf(draft).compile(schema as object)
    return (value) => {
      try {
        return check(value)
      } catch {
        return undefined
      }
    }
  } catch {
    return () => undefined
  }
}

/** A compiler keeps what it compiled; it is replaced before that is much. */
const inUse = new Map<Draft, { ajv: Ajv; left: number }>()

function ajvOf(draft: Draft): Ajv {
  let use = inUse.get(draft)
  if (use === undefined || use.left === 0) inUse.set(draft, (use = { ajv: newAjv(draft), left: 200 }))
  use.left -= 1
  return use.ajv
}

function newAjv(draft: Draft): Ajv {
  switch (draft) {
    case 'draft-04':
      return new Ajv04({ ...options, meta: false, validateSchema: false })
    case '2019-09':
      return new Ajv2019({ ...options, meta: false, validateSchema: false })
    case '2020-12':
      return new Ajv2020({ ...options, meta: false, validateSchema: false })
    default:
      return new Ajv({ ...options, meta: false, validateSchema: false })
  }
}

let counter = 0

/** @hyperjump/json-schema; it knows a schema by its address only. */
export async function hyperjumpJudge(schema: Json): Promise<Judge> {
  const uri = `https://judge.test/${(counter += 1)}`
  try {
    registerSchema(schema as Parameters<typeof registerSchema>[0], uri)
    const check = await validate(uri)
    return (value) => {
      try {
        return check(value).valid
      } catch {
        return undefined
      }
    }
  } catch {
    return () => undefined
  } finally {
    unregisterSchema(uri)
  }
}

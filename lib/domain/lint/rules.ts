import type { Rule } from './rule'
import { cudFamily } from './rules/cud-family'
import { cudFullState } from './rules/cud-full-state'
import { cudName } from './rules/cud-name'
import { dataFieldInMeta } from './rules/data-field-in-meta'
import { dateAsNumber } from './rules/date-as-number'
import { descriptionMissing } from './rules/description-missing'
import { enumWithoutUnknown } from './rules/enum-without-unknown'
import { exampleMissing } from './rules/example-missing'
import { invalidSchema } from './rules/invalid-schema'
import { keySensitive } from './rules/key-sensitive'
import { metaFieldInData } from './rules/meta-field-in-data'
import { moneyAsNumber } from './rules/money-as-number'
import { nameCaseCollision } from './rules/name-case-collision'
import { nameEventSuffix } from './rules/name-event-suffix'
import { namePastTense } from './rules/name-past-tense'
import { namePastTenseAmbiguous } from './rules/name-past-tense-ambiguous'
import { nameStyle } from './rules/name-style'
import { objectWithoutProperties } from './rules/object-without-properties'
import { patternNotLinear } from './rules/pattern-not-linear'
import { personalDataUnmarked } from './rules/personal-data-unmarked'
import { referenceNotFound } from './rules/reference-not-found'
import { schemaTooLarge } from './rules/schema-too-large'
import { typeMissing } from './rules/type-missing'
import { unboundedArray } from './rules/unbounded-array'
import { unboundedString } from './rules/unbounded-string'
import { unknownKeyword } from './rules/unknown-keyword'
import { unsatisfiable } from './rules/unsatisfiable'

/** Every rule, in the order findings about one place are told: the name, the entity, then the schema from grave to slight. */
export const rules: readonly Rule[] = [
  namePastTense,
  namePastTenseAmbiguous,
  nameEventSuffix,
  nameStyle,
  nameCaseCollision,
  cudName,
  cudFamily,
  cudFullState,
  metaFieldInData,
  dataFieldInMeta,
  schemaTooLarge,
  invalidSchema,
  referenceNotFound,
  patternNotLinear,
  unsatisfiable,
  unknownKeyword,
  typeMissing,
  objectWithoutProperties,
  dateAsNumber,
  moneyAsNumber,
  personalDataUnmarked,
  keySensitive,
  descriptionMissing,
  exampleMissing,
  enumWithoutUnknown,
  unboundedString,
  unboundedArray,
]

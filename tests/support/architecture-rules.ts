import { codeRules } from './architecture/code-rules'
import { importRules } from './architecture/import-rules'
import { nameRules } from './architecture/name-rules'
import { pageRules } from './architecture/page-rules'
import { shapeRules } from './architecture/shape-rules'
import type { Rule } from './architecture/source'

/** Every rule of the house. A new one needs a name that is a guarantee, and a sample that breaks it. */
export const rules: readonly Rule[] = [...importRules, ...nameRules, ...codeRules, ...shapeRules, ...pageRules]

import { costPerHour } from '../src/cost.ts'
import { suppressPrimary } from '../src/disclosure.ts'
import { wilson } from '../src/proportions.ts'
import { exactRate } from '../src/rates.ts'

/** Each method by the id the reference cases use: from a case's input to what the product computes for it. */
const methods = {
  'prop.wilson': wilson,
  'rate.exact': exactRate,
  'cost.perHour': costPerHour,
  'suppress.primary': (input: Parameters<typeof suppressPrimary>[0]) => ({ primary: suppressPrimary(input) }),
}

export default methods

// Every rule there is: of all runtimes, of one runtime, and of the formats layered on them.
import { rules as ringRules } from '../formats/ring/rules/index.ts';
import { rules as sharedRules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { runtimeRules } from '../runtimes/registry.ts';

/** By code. */
export const rules: readonly Rule[] = [...sharedRules, ...runtimeRules, ...ringRules].sort((a, b) =>
  a.code < b.code ? -1 : 1,
);

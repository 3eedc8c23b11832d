// Reports missing sections in an agent that has most of the sections nearly every Ring agent has.

import { defineRule } from '../../../../rules/rule.ts';
import { entryOf, valueOrKeySpan } from '../../../../runtimes/entries.ts';
import { headingTexts } from '../../../../text/headingTexts.ts';
import { generationOf } from '../../generation.ts';
import { commonSections, isHeadingOf, MEASURED_AGENTS } from '../../sections.ts';
import { isRing, ringFormat } from '../support.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\nversion: 1.0.0\n';
const CHANGES = 'changelog:\n  - 1.0.0: Initial release\n';
const CONTRACT = 'output_schema:\n  required_sections:\n    - name: "Summary"\n      pattern: "^## Summary"\n';
const HALF =
  '---\n## ⚠️ Model Requirement: Claude Opus 4.5+\n\nOpus.\n\n# Reviewer\n\nBegin with `## Summary`.\n\n## Blocker Criteria - STOP and Report\n\nStop.\n\n### Cannot Be Overridden\n\nNothing.\n\n## Pressure Resistance\n\nResist.\n\n## When Reviews are Not Needed\n\nNever.\n\n';
const TABLE = '## Anti-Rationalization Table\n\nNone.\n\n';
const SEVERITY = '### Severity Calibration for Reviews\n\nHigh.\n';

export default defineRule({
  code: 'structure/missing-section',
  severity: 'information',
  summary: 'A Ring agent lacks a section that nearly all Ring agents have.',
  rationale:
    'No program reads these sections, but Ring’s review process asks for them and its other agents have them: what stops the work, what nobody may override, how to resist pressure. The rule covers only generation A (2025) agents with at least half of the common sections. It does not hold agents from other projects that merely have a contract to Ring’s conventions.',
  evidence: [ringFormat('the seven expected sections are in all of them')],
  messages: {
    missing:
      'This agent has most of the sections that Ring agents share, but not {missing}. {having} of the {measured} agents in Ring’s own repository have {it}. Add {it}, or disable this rule if the omission is intentional.',
  },
  examples: {
    invalid: [
      { message: 'missing', text: `${HEAD}type: ⟦reviewer⟧\n${CHANGES}${CONTRACT}${HALF}${TABLE}` },
      { message: 'missing', text: `${HEAD.replace('reviewer', '⟦reviewer⟧')}${CHANGES}${CONTRACT}${HALF}` },
    ],
    valid: [
      { text: `${HEAD}type: reviewer\n${CHANGES}${CONTRACT}${HALF}${TABLE}${SEVERITY}` },
      {
        text: `${HEAD}type: reviewer\n${CHANGES}${CONTRACT}---\n# Reviewer\n\n## Blocker Criteria\n\nBegin with \`## Summary\`.\n`,
      },
      { text: `${HEAD}type: reviewer\n${CHANGES}${CONTRACT}${HALF}`, ringGeneration: 'B' },
      {
        text: '---\nname: reviewer\ndescription: Reviews code\ntype: reviewer\n---\n## Pressure Resistance\n\nResist.\n',
      },
    ],
  },
  check({ document, load, environment, report }) {
    if (!isRing(load)) return;
    const generation = generationOf(load, environment.ringGeneration);
    if (generation === null) return;
    const common = commonSections(generation);
    const headings = headingTexts(document);
    const missing = common.filter((section) => !headings.some((text) => isHeadingOf(section, text)));
    const at = entryOf(load.reading, 'type') ?? entryOf(load.reading, 'name');
    if (!at || missing.length === 0 || missing.length > common.length / 2) return;
    const values = {
      missing: missing.map(({ name }) => name),
      having: Math.min(...missing.map(({ measured }) => measured ?? 0)),
      measured: MEASURED_AGENTS,
      it: missing.length === 1 ? 'it' : 'them',
    };
    report('missing', valueOrKeySpan(at), { values });
  },
});

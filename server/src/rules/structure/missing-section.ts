// Reports sections that nearly every agent of the Ring format has, where an agent has most of them and lacks some.
import { entryOf } from '../../dialects/dialect.ts';
import { generationOf } from '../../dialects/ring/generation.ts';
import { commonSections, isHeadingOf, MEASURED_AGENTS } from '../../dialects/ring/sections.ts';
import { defineRule } from '../rule.ts';
import { headingTexts } from '../support/headingTexts.ts';
import { isRing, ringFormat } from '../support/ring.ts';
import { valueOrKeySpan } from '../support/values.ts';

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
  summary: 'An agent of the Ring format lacks a section that nearly all agents of the format have.',
  rationale:
    'No program reads these sections, but the format’s own review of a change asks for them, and its other agents have them: what stops the work, what nobody may override, how to resist pressure. Only agents of generation A (2025) with at least half of the common sections are looked at, so that an agent of another house that only has a contract is not measured by this one’s customs.',
  evidence: [ringFormat('the seven sections asked for are in all of them')],
  messages: {
    missing:
      'This agent has most of the sections that nearly all agents of the Ring format have, and lacks {missing}: {having} of the {measured} in the format’s own repository have {it}. Write {it}, or switch this rule off if you mean it so.',
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

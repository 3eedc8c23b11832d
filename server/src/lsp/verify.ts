// The answer to `agentwright/verify`: a verification with positions in place of offsets.

import { readContract } from '../formats/ring/contract.ts';
import { verifyAnswer } from '../formats/ring/verify.ts';
import { createLineIndex } from '../util/text.ts';
import type { Analysis } from './analyses.ts';
import type { VerifyResult } from './protocol.ts';

/** A second at worst: other requests wait meanwhile. */
const BUDGET = 40_000_000;

/** Null where the agent has no contract with sections. */
export function verifyText({ document, load }: Pick<Analysis, 'document' | 'load'>, text: string): VerifyResult | null {
  const contract = readContract(load);
  if (!contract || contract.sections.length === 0) return null;
  const lines = createLineIndex(text);
  const { kept, sections } = verifyAnswer(contract, text, BUDGET);
  return {
    kept,
    sections: sections.map(({ name, status, breaks, message, span, agentSpan }) => ({
      name,
      status,
      breaks,
      message,
      range: span && lines.rangeOf(span),
      agentRange: document.lines.rangeOf(agentSpan),
    })),
  };
}

// `agentwright verify`: whether an answer keeps the contract of an agent.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Contract, readContract } from '../formats/ring/contract.ts';
import { type SectionStatus, STATUS_WORDS } from '../formats/ring/status.ts';
import { type SectionResult, type Verification, verifyAnswer } from '../formats/ring/verify.ts';
import { indexed } from '../runtimes/registry.ts';
import { createLineIndex } from '../util/text.ts';
import { decode, readText } from './decode.ts';
import { documentOf, findAgentFiles } from './files.ts';
import { displayLine } from './reporters/columns.ts';

export interface VerifiedAnswer {
  readonly agent: string;
  /** `-` for standard input. */
  readonly answer: string;
  readonly text: string;
  readonly verification: Verification;
}

export type VerifyRun =
  | { readonly ok: true; readonly verified: VerifiedAnswer }
  /** Sentences about wrong usage or unreadable files. */
  | { readonly ok: false; readonly failures: readonly string[] };

/** `answer` is a path, or `-` for standard input. */
export function verify(agent: string, answer: string, workingDirectory: string): VerifyRun {
  const { files, failures } = findAgentFiles([agent], workingDirectory);
  const [file] = files;
  if (!file || failures.length > 0) return { ok: false, failures: failures.length > 0 ? failures : [noAgent(agent)] };
  if (files.length > 1) return { ok: false, failures: [`${agent}: is a folder. Name a single agent file.`] };
  // The contract is in the front matter, which both loaders read alike.
  const load = indexed.load(documentOf(file), { scope: 'project' });
  if (load.reading.state === 'unreadable') {
    return {
      ok: false,
      failures: [
        `${agent}: its front matter cannot be read (${load.reading.error?.message ?? 'not YAML'}), so it has no contract.`,
      ],
    };
  }
  const contract = readContract(load);
  if (!contract || contract.sections.length === 0) return { ok: false, failures: [noContract(agent, contract)] };
  try {
    const text = answer === '-' ? decode(readFileSync(0)) : readText(resolve(workingDirectory, answer));
    return { ok: true, verified: { agent: file.path, answer, text, verification: verifyAnswer(contract, text) } };
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    const reason = ANSWER_FAULTS[code ?? ''] ?? `cannot be read (${message ?? String(error)}).`;
    return { ok: false, failures: [`${answer}: ${reason}`] };
  }
}

/** Why an answer cannot be read, by system error code. */
const ANSWER_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file.',
  EISDIR: 'is a folder. Name the file with the answer, or use `-` for standard input.',
  EACCES: 'permission denied.',
};

function noAgent(path: string): string {
  return `${path}: no agent file found there.`;
}

function noContract(path: string, contract: Contract | null): string {
  return contract
    ? `${path}: the agent’s \`output_schema\` has no \`required_sections\`, so there is nothing to check an answer against.`
    : `${path}: the agent has no contract. Add one to its front matter under \`output_schema\`.`;
}

export function verifyJson({ agent, answer, text, verification }: VerifiedAnswer): string {
  const lines = createLineIndex(text);
  const sections = verification.sections.map(({ name, pattern, need, status, breaks, span, message }) => ({
    name,
    pattern,
    need,
    status,
    breaks,
    message,
    range: span && lines.rangeOf(span),
  }));
  const count = (status: SectionStatus): number => sections.filter((section) => section.status === status).length;
  const summary = {
    sections: sections.length,
    present: count('present'),
    absent: count('absent'),
    missing: count('missing'),
    outOfOrder: count('out-of-order'),
    wrongVerdict: count('wrong-verdict'),
    unchecked: count('unchecked'),
  };
  return JSON.stringify({ agent, answer, kept: verification.kept, sections, summary }, null, 2);
}

export function verifyPretty({ agent, answer, text, verification }: VerifiedAnswer): string {
  const lines = createLineIndex(text);
  const path = answer === '-' ? 'answer' : displayLine(answer);
  const width = Math.max(...verification.sections.map(({ status }) => STATUS_WORDS[status].length));
  const rows = verification.sections.map((section) => {
    const place = section.span ? `${path}:${placeOf(section, lines)}` : '';
    const message = section.status === 'present' ? '' : `  ${displayLine(section.message.replaceAll('`', ''))}`;
    const mark = section.breaks ? '✗' : section.status === 'present' ? '✓' : '·';
    return `  ${mark} ${STATUS_WORDS[section.status].padEnd(width)}  ${displayLine(section.name)}${place ? `  ${place}` : ''}${message}`;
  });
  const broken = verification.sections.filter(({ breaks }) => breaks).length;
  const total = verification.sections.length;
  const verdict = verification.kept
    ? `The answer keeps the contract of ${displayLine(agent)}.`
    : `The answer breaks the contract of ${displayLine(agent)}: ${broken} of ${total} sections.`;
  return [...rows, '', verdict].join('\n');
}

function placeOf({ span }: SectionResult, lines: ReturnType<typeof createLineIndex>): string {
  const { line, character } = lines.positionAt(span?.start ?? 0);
  return `${line + 1}:${character + 1}`;
}

// The sections that Ring authors agree on, and how many of the measured agents have each.
import type { RingGeneration } from './generation.ts';

export interface RingSection {
  readonly generation: RingGeneration;
  /** Its name in messages. */
  readonly name: string;
  /** The text of its heading, at any level and in any case; `…` matches any text. */
  readonly heading: string;
  /** How many of `MEASURED_AGENTS` have it; null if only Ring's own documents ask for it. */
  readonly measured: number | null;
}

/** Generation A agents in Ring's own repository. C was not measured: its few files differ too much. */
export const MEASURED_AGENTS = 44;

const RING_SECTIONS: readonly RingSection[] = [
  { generation: 'A', name: 'Model Requirement', heading: 'model requirement', measured: 44 },
  { generation: 'A', name: 'Blocker Criteria', heading: 'blocker criteria', measured: 44 },
  { generation: 'A', name: 'Cannot Be Overridden', heading: 'cannot be overridden', measured: 44 },
  { generation: 'A', name: 'Pressure Resistance', heading: 'pressure resistance', measured: 44 },
  { generation: 'A', name: 'Anti-Rationalization Table', heading: 'anti-rationalization', measured: 44 },
  { generation: 'A', name: 'When … Not Needed', heading: 'when … not needed', measured: 44 },
  { generation: 'A', name: 'Severity Calibration', heading: 'severity calibration', measured: 44 },
  { generation: 'A', name: 'What This Agent Does', heading: 'what this agent does', measured: 34 },
  { generation: 'A', name: 'What This Agent Does NOT Handle', heading: 'does not handle', measured: 33 },
  { generation: 'A', name: 'Standards Loading', heading: 'standards loading', measured: 33 },
  { generation: 'A', name: 'When to Use This Agent', heading: 'when to use this agent', measured: 31 },
  { generation: 'A', name: 'Technical Expertise', heading: 'technical expertise', measured: 30 },
  { generation: 'A', name: 'Example Output', heading: 'example output', measured: 28 },
  { generation: 'A', name: 'Standards Compliance Report', heading: 'standards compliance report', measured: 11 },
  { generation: 'A', name: 'Output Format', heading: 'output format', measured: 10 },
  { generation: 'C', name: 'Standards Loading', heading: 'standards loading', measured: null },
  { generation: 'C', name: 'Blocker Criteria', heading: 'blocker criteria', measured: null },
  { generation: 'C', name: 'Output Format', heading: 'output format', measured: null },
];

/** The sections that nearly every agent of a generation has. */
export function commonSections(generation: RingGeneration): RingSection[] {
  return RING_SECTIONS.filter((section) => section.generation === generation && (section.measured ?? 0) >= NEARLY_ALL);
}

const NEARLY_ALL = 40;

export function isHeadingOf({ heading }: RingSection, text: string): boolean {
  let at = 0;
  const written = text.toLowerCase();
  return heading.split(' … ').every((part) => {
    const found = written.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}

// Mutants in which a longer run found a fault, at their shortest: what was found once is looked at in every run.
import type { Mutant } from './oracles.ts';

export const FOUND: readonly Mutant[] = [
  // A key or a value that is a mapping, where JavaScript would name it.
  { path: '.opencode/agents/a.md', text: '---\na: \n{}:' },
  { path: '.opencode/agents/a.md', text: '---\ne: ? ?' },
  { path: 'notes/a.md', text: '---\n: \nmcpServers:\n- :\n      type: [a,{}]\n      : ---' },
  // A fix after which something else is found wrong.
  { path: 'plugin/agents/a.md', text: '---\nDESCRIPTION: d\n\u2066 s: ---' },
  // A fix after which YAML is read that was repaired.
  { path: '.claude/agents/a.md', text: "---\ntools: {}\nname: r\ndescription: |\r >\nl: ['\n: []---" },
  { path: '.claude/agents/a.md', text: '---\nname: !r\ndescription: e\ne: |n---' },
  { path: '.claude/agents/a.md', text: '---\nname: !\ndescription: e\npermissionMode: |lan---' },
  { path: 'notes/a.md', text: '---\nname: r\ndescription: {}\n: \ncolor: : ---' },
  // A fix after which the YAML cannot be read.
  {
    path: '.gemini/agents/a.md',
    text: '---\nname: o\ndescription: l\ntools:\r  - editFiles\n  - l: \r    t: \n---',
  },
  { path: 'plugin/agents/a.md', text: '---\ndescription: #\u0000---' },
];

// Reports a relative link whose target does not exist.

import { isRelativePath, withoutAnchor } from '../../text/paths.ts';
import { goodPractice } from '../goodPractice.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'structure/broken-link',
  severity: 'information',
  summary: 'A relative link points to a file that does not exist.',
  rationale:
    'The runtime passes the link on as text without checking it. An agent told to read a missing file searches for it or carries on without it. Agentwright looks for the target next to the file and in each parent folder up to the workspace folder. It does not check absolute URLs, anchors, or targets with placeholders.',
  evidence: goodPractice,
  messages: {
    missing:
      '`{target}` does not exist next to this file or in a parent folder, so the agent cannot read it. Correct the path, or put it in backticks if it is only an example.',
  },
  examples: {
    invalid: [
      { text: 'Follow [the standards](⟦docs/standards.md⟧).\n', message: 'missing' },
      {
        text: 'Follow [the standards](⟦docs/my%20standards.md#tests⟧ "Standards").\n',
        message: 'missing',
        files: ['docs/standards.md'],
      },
      { text: 'Follow [the standards][1].\n\n[1]: <⟦./docs/standards.md⟧>\n', message: 'missing' },
    ],
    valid: [
      { text: 'Follow [the standards](docs/my%20standards.md#tests).\n', files: ['docs/my standards.md'] },
      { text: 'See [a](https://example.com/a), [b](#answer), [c](mailto:a@example.com), [d](docs/{name}.md).\n' },
      { text: 'Cite code as `[name](src/name.ts)`, or as [name](url).\n\n```\n[x](missing.md)\n```\n' },
    ],
  },
  check({ document, files, report }) {
    for (const { target, targetSpan } of document.markdown.links) {
      const path = relativePath(target);
      if (path === null || files.linkTarget(document.uri, path) !== 'missing') continue;
      report('missing', targetSpan, { values: { target: path } });
    }
  },
});

/** The path a link points to, decoded; null if it may not be a file path. */
function relativePath(target: string): string | null {
  if (!isRelativePath(target)) return null;
  const path = decode(withoutAnchor(target));
  // `[text](url)` shows how to write a link.
  return path !== null && /[./]/.test(path) ? path : null;
}

function decode(target: string): string | null {
  try {
    return decodeURIComponent(target.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  } catch {
    return null;
  }
}

// Reports a relative link whose target does not exist.
import { defineRule } from '../rule.ts';
import { goodPractice } from '../support/evidence.ts';
import { isRelativePath, withoutAnchor } from '../support/paths.ts';

export default defineRule({
  code: 'structure/broken-link',
  severity: 'information',
  summary: 'A relative link points to a file that does not exist.',
  rationale:
    'The runtime passes the link on as text and does not look. An agent told to read a file that is not there searches for it or goes on without. A target is looked for beside the file and in every folder above it, up to the workspace folder; absolute addresses, anchors and targets with placeholders are not checked.',
  evidence: goodPractice,
  messages: {
    missing:
      '`{target}` does not exist beside this file or in a folder above it, so the agent cannot read what it is sent to. Correct the path, or write it in backticks if it is only an example.',
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

/** The path a link names, decoded; null where it is not certain to be a path of a file. */
function relativePath(target: string): string | null {
  if (!isRelativePath(target)) return null;
  const path = decode(withoutAnchor(target));
  // `[text](url)` shows how a link is written.
  return path !== null && /[./]/.test(path) ? path : null;
}

function decode(target: string): string | null {
  try {
    return decodeURIComponent(target.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  } catch {
    return null;
  }
}

// Which fault to report when the text continues with something that is not allowed there.
import type { YamlNode } from '../../../model/yaml.ts';
import { Fault } from './fault.ts';
import { atIndicator, type Gap, type Reader, spansLines } from './reader.ts';

export function unexpected(reader: Reader, gap: Gap, before: YamlNode): Fault {
  if (gap.newLine) return gap.tabbed ? new Fault('tab-indent', reader.at - 1) : new Fault('bad-indent', reader.at);
  return afterValue(reader, lastLeaf(before));
}

function afterValue(reader: Reader, before: YamlNode): Fault {
  const { text, at } = reader;
  if (text.charAt(at) === '#') return new Fault('comment-space', at);
  if (atIndicator(reader, ':')) {
    const continued = spansLines(text, before.span.start, at);
    return new Fault(continued ? 'colon-in-continuation' : 'nested-mapping', at);
  }
  const quoted = before.kind === 'scalar' && before.style !== 'plain';
  return new Fault(quoted ? 'text-after-quote' : 'text-after-value', at);
}

export function afterKeyLike(reader: Reader, start: number, key: YamlNode): Fault {
  if (reader.text.charAt(start) === '-') return new Fault('list-item-here', start);
  if (key.kind === 'scalar' && key.style === 'plain') return new Fault('missing-colon', start, key.span.end);
  return afterValue(reader, key);
}

/** The last part of a node in the source. */
function lastLeaf(node: YamlNode): YamlNode {
  let leaf = node;
  for (;;) {
    const last: YamlNode | null | undefined =
      leaf.kind === 'map' ? leaf.pairs.at(-1)?.value : leaf.kind === 'sequence' ? leaf.items.at(-1) : null;
    if (!last || ('flow' in leaf && leaf.flow)) return leaf;
    leaf = last;
  }
}

export function cannotStart(reader: Reader): Fault {
  const { text, at } = reader;
  switch (text.charAt(at)) {
    case '-':
      return new Fault('list-item-here', at);
    case '?':
      return new Fault('question-mark-here', at);
    case ':':
      return new Fault('nested-mapping', at);
    case '#':
      return new Fault('comment-space', at);
    case ']':
    case '}':
      return new Fault('closing-bracket', at);
    case '\0':
      return new Fault('null-character', at);
    case '|':
    case '>':
      return new Fault('text-after-value', at);
    default:
      return new Fault('reserved-character', at);
  }
}

// Which tags of a prompt lack their other half or cross another pair.
import type { PromptTag } from './promptTags.ts';

export interface TagFault {
  readonly message: 'unclosed' | 'unopened' | 'crossed';
  readonly tag: PromptTag;
  /** If the tag closes too early: the tag opened inside it, and where that one closes. */
  readonly inner?: PromptTag;
  readonly innerClose?: PromptTag;
}

/** HTML elements that need no end tag or only affect appearance. */
const HTML =
  /^(?:a|area|b|base|blockquote|body|br|center|code|col|colgroup|dd|div|dl|dt|em|embed|font|h[1-6]|head|hr|html|i|img|input|kbd|li|link|meta|ol|optgroup|option|p|param|pre|rp|rt|script|small|source|span|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|track|u|ul|wbr)$/i;

/** An open tag counts if `isSurelyTag` says so, or if a complete block with its name exists elsewhere. */
export function matchTags(tags: readonly PromptTag[], isSurelyTag: (tag: PromptTag) => boolean): TagFault[] {
  const matcher = new TagMatcher();
  for (const tag of tags) if (!HTML.test(tag.name)) matcher.read(tag);
  return matcher.faults(isSurelyTag);
}

/** An opening tag that was skipped by the closing tag of an outer one. */
interface Passed {
  readonly tag: PromptTag;
  readonly by: PromptTag;
}

class TagMatcher {
  private readonly open: PromptTag[] = [];
  private readonly openCount = new Map<string, number>();
  private readonly passed = new Map<string, Passed[]>();
  private readonly blocks = new Set<string>();
  private readonly found: TagFault[] = [];

  read(tag: PromptTag): void {
    const key = keyOf(tag);
    if (!tag.closes) {
      this.open.push(tag);
      this.count(key, 1);
    } else if (this.openCount.get(key)) this.close(tag, key);
    else this.closeLate(tag, key);
  }

  faults(isSurelyTag: (tag: PromptTag) => boolean): TagFault[] {
    const left = [...this.open, ...[...this.passed.values()].flat().map(({ tag }) => tag)];
    const unclosed = left.filter((tag) => tag.firm && (isSurelyTag(tag) || this.blocks.has(keyOf(tag))));
    return [...this.found, ...unclosed.map((tag) => ({ message: 'unclosed', tag }) as const)];
  }

  private close(by: PromptTag, key: string): void {
    for (let tag = this.open.pop(); tag; tag = this.open.pop()) {
      const name = keyOf(tag);
      this.count(name, -1);
      if (name === key) {
        if (tag.firm && by.firm) this.blocks.add(key);
        return;
      }
      const passed = this.passed.get(name);
      if (passed) passed.push({ tag, by });
      else this.passed.set(name, [{ tag, by }]);
    }
  }

  /** Closes a tag that the outer one skipped, if any. */
  private closeLate(tag: PromptTag, key: string): void {
    const passed = this.passed.get(key)?.pop();
    if (!passed) {
      if (tag.firm) this.found.push({ message: 'unopened', tag });
    } else if (passed.tag.firm && passed.by.firm && tag.firm) {
      this.found.push({ message: 'crossed', tag: passed.by, inner: passed.tag, innerClose: tag });
    }
  }

  private count(name: string, by: number): void {
    this.openCount.set(name, (this.openCount.get(name) ?? 0) + by);
  }
}

/** `<Example>` and `</example>` belong together. */
function keyOf({ name }: PromptTag): string {
  return name.toLowerCase();
}

// Reports a model that is neither an alias nor a plausible model ID.

import { scalarOf } from '../../../../model/yaml.ts';
import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { nearest } from '../../../../util/similar.ts';
import { entryOf } from '../../../entries.ts';
import { documented, measured } from '../../evidence.ts';
import { isRetiredModel, resolveModel } from '../../models.ts';
import { LONG_CONTEXT_SUFFIX, MODEL_ALIASES, MODEL_IDS } from '../../vocabulary.ts';

/** IDs of gateways and clouds: Bedrock, Vertex, Foundry, and the like choose their own, but the family is in the name. */
const MODEL_ID =
  /^(?:claude-[a-z0-9.@-]+|[a-z]{2,6}\.anthropic\.[\w.:-]+|arn:.+|.*(?:claude|anthropic).*)(?:\[1m\])?$/i;

export default defineRule({
  code: 'frontmatter/unknown-model',
  severity: 'warning',
  summary: 'The model is neither an alias nor a plausible Claude model ID.',
  rationale:
    'Claude Code does not check `model` when it loads the file. It sends an unknown value to the API unchanged, and the agent fails at its first request. `default` is not an alias: Claude Code takes it literally, and `inherit[1m]` too. It silently replaces retired IDs.',
  evidence: [
    documented('sonnet, opus, haiku, fable, inherit, or a full model id'),
    measured('any other string passes through unverified; `default` is taken literally'),
    measured('claude-opus-4-0 and claude-opus-4-1, with or without a date, run on claude-opus-5-5'),
  ],
  messages: {
    default:
      '`default` is not an alias here: Claude Code sends it to the API as a model ID, and the agent fails at its first request. Write `inherit`, or remove `model`.',
    meant:
      'Unknown model `{model}`: Claude Code sends it to the API unchanged, and the agent fails at its first request. Did you mean `{meant}`?',
    retired:
      'Model `{model}` is retired, so Claude Code runs the agent on `{id}` instead. Write `opus` or the ID you want.',
    suffix:
      'Unknown model `{model}`: `{suffix}` works only with `sonnet`, `opus`, and `fable`, so Claude Code sends this to the API unchanged and the agent fails at its first request. Write `{meant}`.',
    unknown:
      'Unknown model `{model}`: Claude Code sends it to the API unchanged, and the agent fails at its first request unless your provider knows it. Write {aliases} or a full ID.',
  },
  examples: {
    invalid: [
      {
        message: 'default',
        text: '---\nname: reviewer\ndescription: Reviews code\nmodel: ⟦default⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nmodel: inherit\n---\nReview.\n',
      },
      {
        message: 'meant',
        text: '---\nname: reviewer\ndescription: Reviews code\nmodel: ⟦sonet⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nmodel: sonnet\n---\nReview.\n',
      },
      {
        message: 'retired',
        text: '---\nname: reviewer\ndescription: Reviews code\nmodel: ⟦claude-opus-4-1-20250805⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nmodel: opus\n---\nReview.\n',
      },
      {
        message: 'suffix',
        text: '---\nname: reviewer\ndescription: Reviews code\nmodel: ⟦inherit[1m]⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nmodel: inherit\n---\nReview.\n',
      },
      { message: 'unknown', text: '---\nname: reviewer\ndescription: Reviews code\nmodel: ⟦gpt-4⟧\n---\nReview.\n' },
    ],
    valid: [
      { text: '---\nname: reviewer\ndescription: Reviews code\nmodel: Opus\n---\nReview.\n' },
      { text: '---\nname: reviewer\ndescription: Reviews code\nmodel: sonnet[1m]\n---\nReview.\n' },
      {
        text: '---\nname: reviewer\ndescription: Reviews code\nmodel: us.anthropic.claude-opus-4-1-v1:0\n---\nReview.\n',
      },
      { text: '---\nname: reviewer\ndescription: Reviews code\nmodel: claude-opus-9\n---\nReview.\n' },
    ],
  },
  check({ load, report }) {
    const entry = entryOf(load.reading, 'model');
    const value = scalarOf(entry?.value ?? null)?.value;
    if (!entry || typeof value !== 'string') return;
    const model = value.trim();
    const { kind, id } = resolveModel(value);
    const retired = isRetiredModel(value);
    if (!retired && (kind !== 'unchecked' || MODEL_ID.test(model))) return;
    const fix = (to: string) =>
      ({ title: `Change to \`${to}\``, kind: 'suggestion', edits: [replace(entry.valueSpan, to)] }) as const;
    if (model.toLowerCase() === 'default') {
      report('default', entry.valueSpan, { fixes: [fix('inherit')] });
      return;
    }
    if (retired) {
      report('retired', entry.valueSpan, { values: { model, id: id ?? '' }, fixes: [fix('opus')] });
      return;
    }
    if (model.toLowerCase() === `inherit${LONG_CONTEXT_SUFFIX}`) {
      const values = { model, suffix: LONG_CONTEXT_SUFFIX, meant: 'inherit' };
      report('suffix', entry.valueSpan, { values, fixes: [fix('inherit')] });
      return;
    }
    const offered = MODEL_ALIASES.filter((alias) => alias.offered).map((alias) => alias.value);
    const meant = nearest(model, [...offered, ...MODEL_IDS]);
    const aliases = offered.map((alias) => `\`${alias}\``).join(', ');
    report(meant ? 'meant' : 'unknown', entry.valueSpan, {
      values: { model, aliases, ...(meant ? { meant } : {}) },
      fixes: [meant ? fix(meant) : undefined],
    });
  },
});

// frontmatter/unknown-model: a model that is no alias and does not look like a model id.

import { isRetiredModel, resolveModel } from '../../dialects/claude-code/model.ts';
import { LONG_CONTEXT_SUFFIX, MODEL_ALIASES, MODEL_IDS } from '../../dialects/claude-code/vocabulary.ts';
import { entryOf } from '../../dialects/dialect.ts';
import { nearest } from '../../util/similar.ts';
import { defineRule } from '../rule.ts';
import { documented, measured } from '../support/evidence.ts';
import { replace, scalarOf } from '../support/values.ts';

/** Ids of gateways and clouds: Bedrock, Vertex, Foundry and the like name them freely, but the family is in the name. */
const MODEL_ID =
  /^(?:claude-[a-z0-9.@-]+|[a-z]{2,6}\.anthropic\.[\w.:-]+|arn:.+|.*(?:claude|anthropic).*)(?:\[1m\])?$/i;

export default defineRule({
  code: 'frontmatter/unknown-model',
  severity: 'warning',
  summary: 'The model is no alias and does not look like the id of a Claude model.',
  rationale:
    'Claude Code does not check `model` when it loads the file. An unknown text goes to the API as it is, and the agent fails at its first request. `default` is no alias: it is taken literally, and so is `inherit[1m]`. Retired ids are replaced without a word.',
  evidence: [
    documented('sonnet, opus, haiku, fable, inherit, or a full model id'),
    measured('any other string passes through unverified; `default` is taken literally'),
    measured('claude-opus-4-0 and claude-opus-4-1, with or without a date, run on claude-opus-5-5'),
  ],
  messages: {
    default:
      '`default` is no alias here: Claude Code sends it to the API as a model id, and the agent fails at its first request. Write `inherit`, or leave `model` out.',
    meant:
      '`{model}` is no model alias and no known model id: Claude Code sends it to the API as it is, where it fails. Did you mean `{meant}`?',
    retired: '`{model}` is retired: Claude Code runs the agent on `{id}` instead. Write `opus`, or the id you want.',
    suffix:
      '`{model}` is no alias: `{suffix}` goes with `sonnet`, `opus` and `fable` only, and Claude Code sends this to the API as it is, where it fails. Write `{meant}`.',
    unknown:
      '`{model}` is no model alias and no known model id: Claude Code sends it to the API as it is, where it fails unless your provider knows it. Write {aliases} or a full id.',
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
      ({ title: `Write \`${to}\``, kind: 'suggestion', edits: [replace(entry.valueSpan, to)] }) as const;
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

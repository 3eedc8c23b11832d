// Compares what an agent means before and after a conversion. Whatever differs is a loss: a writer cannot forget one.
import type { AgentMeaning, SettingValues } from '../runtimes/meaning.ts';
import { isSameFamily, isSameModel, readModelName } from '../runtimes/shared/modelNames.ts';
import { type Comparison, inWords, isEqual, type Loss, shownValue } from './loss.ts';
import { serverLosses } from './serverLosses.ts';
import { toolLosses } from './toolLosses.ts';

export function lossesBetween(comparison: Comparison): Loss[] {
  const losses = [
    ...identityLosses(comparison),
    ...toolLosses(comparison),
    ...modelLosses(comparison),
    ...SETTINGS.flatMap((key) => settingLosses(key, comparison)),
    ...restLosses(comparison),
  ];
  // One key can hold several settings.
  return [...new Map(losses.map((loss) => [`${loss.field}\n${loss.message}`, loss])).values()];
}

function identityLosses({ source, target, to }: Comparison): Loss[] {
  const losses: Loss[] = [];
  if (source.name !== target.name) {
    const message = `${to.label} cannot call an agent \`${source.name}\`, so this one is called \`${target.name}\`.`;
    losses.push({
      about: 'name',
      field: source.keys.name,
      value: source.name,
      how: 'approximated',
      wider: false,
      message,
    });
  }
  losses.push(...descriptionLosses(source, target, to.label));
  if (lines(source.prompt) !== lines(target.prompt)) {
    const message = `${to.label} rejects a prompt as short as this one, so the description is added to it.`;
    losses.push({
      about: 'prompt',
      field: 'prompt',
      value: shownValue(source.prompt),
      how: 'approximated',
      wider: false,
      message,
    });
  }
  return losses;
}

function descriptionLosses(source: AgentMeaning, target: AgentMeaning, label: string): Loss[] {
  const [before, after] = [source.description, target.description];
  if (before === after || (isBlank(before) && isBlank(after))) return [];
  const field = source.keys.description;
  if (isBlank(before)) {
    const message = `${label} needs a description, and the agent has none. The start of the prompt stands in for it: say when to use the agent.`;
    return [{ about: 'description', field, value: null, how: 'needs-choice', wider: false, message }];
  }
  const message = `${label} takes only ${after?.length ?? 0} of the ${before?.length ?? 0} characters, so the description is cut.`;
  return [{ about: 'description', field, value: shownValue(before), how: 'approximated', wider: false, message }];
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

/** Line endings are not part of what a prompt says. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

function modelLosses({ source, target, to, isModelChosen }: Comparison): Loss[] {
  const [before, after] = [source.model, target.model];
  if (before === null) return [];
  const loss = (value: string, how: Loss['how'], message: string): Loss => {
    return { about: 'model', field: source.keys.model, value, how, wider: false, message };
  };
  const kept = (after?.others ?? []).map(readModelName);
  const others = before.others.filter((written) => !kept.some((name) => isSameModel(name, readModelName(written))));
  const lostOthers =
    others.length > 0
      ? [
          loss(
            others.join(', '),
            'dropped',
            `${to.label} takes one model, or has no equivalent of the others, so they are dropped.`,
          ),
        ]
      : [];
  if (after === null) {
    const offered = to.models
      .filter(({ value }) => value !== 'inherit')
      .map(({ value }) => `\`${value}\``)
      .join(', ');
    const choice = offered === '' ? '' : ` Choose one for ${to.label}, such as ${offered}.`;
    const message = `${to.label} has no equivalent of \`${before.written}\`, so the agent uses the model of the session.${choice}`;
    return [loss(before.written, 'needs-choice', message), ...lostOthers];
  }
  if (isSameModel(before, after)) return lostOthers;
  const message = isModelChosen
    ? `\`${before.written}\` becomes \`${after.written}\`, as you chose.`
    : isSameFamily(before, after)
      ? `\`${before.written}\` becomes \`${after.written}\`, the closest that ${to.label} offers.`
      : `\`${before.written}\` becomes \`${after.written}\`.`;
  return [loss(before.written, 'approximated', message), ...lostOthers];
}

/** In the order in which they are told. */
const SETTINGS = [
  'label',
  'approval',
  'hooks',
  'servers',
  'skills',
  'memory',
  'turns',
  'minutes',
  'effort',
  'temperature',
  'topP',
  'background',
  'audience',
  'hidden',
  'color',
  'providerOptions',
  'github',
] as const satisfies readonly (keyof SettingValues)[];

function settingLosses(key: (typeof SETTINGS)[number], comparison: Comparison): Loss[] {
  const { source, target, to } = comparison;
  const [before, after] = [source.settings[key], target.settings[key]];
  // What is implied by the runtime alone was never asked for.
  if (!before || before.written === undefined || isEqual(before.value, after?.value)) return [];
  if (key === 'servers') return serverLosses(comparison);
  const wider = isWider(key, comparison);
  const value = shownValue(before.written);
  if (!after || after.written === undefined) {
    const message = droppedInWords(key, inWords(before.field, before.written), wider, comparison);
    return [{ about: key, field: before.field, value, how: 'dropped', wider, message }];
  }
  const message = `${inWords(before.field, before.written)} becomes ${inWords(after.field, after.written)}, the closest that ${to.label} has.`;
  return [{ about: key, field: before.field, value, how: 'approximated', wider, message }];
}

function droppedInWords(key: keyof SettingValues, said: string, wider: boolean, { from, to }: Comparison): string {
  if (key === 'hooks') {
    const cost = wider ? ', so they no longer guard any tool' : '';
    return `${said} is dropped: ${to.label} does not run hooks written for ${from.label}${cost}.`;
  }
  if (key === 'label') {
    return `${said} is dropped: ${to.label} has no separate display name.`;
  }
  if (wider) return `${said} is dropped: ${to.label} has no read-only mode for agents.`;
  return `${said} is dropped: ${to.label} has no such setting.`;
}

/** Settings that keep an agent from doing something. */
function isWider(key: keyof SettingValues, { source, target }: Comparison): boolean {
  if (key === 'hooks') return source.settings.hooks?.value.guards === true;
  if (key !== 'approval') return false;
  return source.settings.approval?.value === 'plan' && target.settings.approval?.value !== 'plan';
}

function restLosses({ source, target, from, to }: Comparison): Loss[] {
  const lost = source.rest.filter(
    ({ field, written }) => !target.rest.some((each) => each.field === field && isEqual(each.written, written)),
  );
  return lost.map(({ field, written, why, limits = false }) => {
    const reason = {
      own: `${to.label} has no such field`,
      unknown:
        from.id === to.id ? `${from.label} ignores it` : `${from.label} ignores it, and ${to.label} does not know it`,
      ignored: `${from.label} ignores it as it is written`,
    }[why];
    return {
      about: `rest.${field}` as const,
      field,
      value: shownValue(written),
      how: 'dropped',
      wider: limits,
      message: `\`${field}\` is dropped: ${reason}${limits ? ', so it no longer limits the agent' : ''}.`,
    };
  });
}

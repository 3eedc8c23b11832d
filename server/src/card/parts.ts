// The parts of a card above the prompt, each as HTML.
import { escapeHtml, escapeWithCode } from './escape.ts';
import type { CardModel, CardModelField, CardText, CardVerdict, DescriptionExample } from './model.ts';

export interface DrawOptions {
  readonly interactive: boolean;
}

/** The number of changelog entries shown before the rest is collapsed. */
const CHANGES_SHOWN = 3;

export function identityHtml(card: CardModel, options: DrawOptions): string {
  const { name, type, version, lastUpdated, color, model, verdict } = card;
  const facts = [
    model.written || verdict.state !== 'dropped' ? fact('Model', modelHtml(model, options)) : '',
    type ? fact('Type', button(type, 'value', options)) : '',
    version ? fact('Version', button(version, 'value', options)) : '',
    lastUpdated ? fact('Updated', button(lastUpdated, 'value', options)) : '',
    color
      ? fact(
          'Color',
          `${color.known ? '<span class="swatch"></span>' : ''}${button(color, 'value', options)}${color.known ? '' : ' <span class="quiet">(unknown)</span>'}`,
        )
      : '',
  ].join('');
  const title = name ? button({ text: card.title, offset: name.offset }, 'title', options) : escapeHtml(card.title);
  return `<header class="head"><div class="band"></div><h1>${title}</h1><dl class="facts">${facts}</dl></header>`;
}

function modelHtml({ written, meaning, isId, setBy }: CardModelField, options: DrawOptions): string {
  const by = setBy === undefined ? '' : `, set by ${escapeHtml(setBy)}`;
  const comesTo = (isId ? `<code>${escapeHtml(meaning)}</code>` : escapeHtml(meaning)) + by;
  if (!written) return `<span class="quiet">${comesTo}</span>`;
  return `${button(written, 'value', options)} <span class="quiet">${isId ? `<span aria-hidden="true">→</span> ${comesTo}` : `(${comesTo})`}</span>`;
}

export function verdictHtml(verdict: CardVerdict, options: DrawOptions): string {
  const { state, runtime, as, name, detail, offset } = verdict;
  const loaded = name === null ? '' : ` as <code>${escapeHtml(name)}</code>`;
  const dropped = verdict.isDocumentation ? 'Does not load: documentation, not an agent' : 'Does not load';
  const headline = state === 'dropped' ? dropped : `Loads${loaded}${state === 'blocked' ? ', but does not start' : ''}`;
  const scope = `<span class="quiet">${escapeHtml(runtime)}, ${escapeHtml(as)} agent</span>`;
  const more = detail === null ? '' : `<p>${escapeWithCode(detail)}</p>`;
  const go = detail !== null && options.interactive ? button({ text: 'Go to source', offset }, 'action', options) : '';
  return `<section class="verdict ${state}" aria-label="What ${escapeHtml(runtime)} does with it"><p class="headline"><strong>${headline}</strong> ${scope}</p>${more}${go}</section>`;
}

export function problemsHtml({ problems }: CardModel, options: DrawOptions): string {
  if (problems.shown.length === 0) return '';
  const items = problems.shown.map(
    ({ severity, text, offset, line }) =>
      `<li class="${severity}"><span class="severity">${severity === 'error' ? 'Error' : 'Warning'}</span> ${escapeWithCode(text)} ${button({ text: `Line ${line}`, offset }, 'action', options)}</li>`,
  );
  const more = problems.more > 0 ? `<p class="quiet">And ${problems.more} more in the Problems panel.</p>` : '';
  return section('Problems', 'problems', null, `<ul>${items.join('')}</ul>${more}`, options);
}

export function descriptionHtml({ description }: CardModel, options: DrawOptions): string {
  if (!description) return '';
  const total = description.parts.filter(({ kind }) => kind === 'example').length;
  let count = 0;
  const body = description.parts.map((part) => {
    if (part.kind === 'text') return `<p class="prose">${escapeHtml(part.text)}</p>`;
    count++;
    return exampleHtml(part, total > 1 ? `Example ${count}` : 'Example', options);
  });
  return section('Description', 'description', description.offset, body.join(''), options);
}

function exampleHtml(
  { offset, context, turns, commentary }: DescriptionExample,
  label: string,
  options: DrawOptions,
): string {
  const said = turns.map(({ speaker, text }) => {
    const role = speaker === 'assistant' ? 'assistant' : 'user';
    return `<div class="turn ${role}"><dt>${role === 'user' ? 'User' : 'Assistant'}</dt><dd>${escapeHtml(text)}</dd></div>`;
  });
  return [
    `<details class="example" open><summary>${label}</summary>`,
    context === null ? '' : `<p class="context">${escapeHtml(context)}</p>`,
    said.length > 0 ? `<dl>${said.join('')}</dl>` : '',
    commentary === null ? '' : `<p class="commentary"><span class="label">Why</span> ${escapeHtml(commentary)}</p>`,
    options.interactive ? button({ text: 'Go to source', offset }, 'go', options) : '',
    '</details>',
  ].join('');
}

export function settingsHtml({ settings }: CardModel, options: DrawOptions): string {
  if (settings.length === 0) return '';
  const rows = settings.map(
    ({ key, text, offset, note }) =>
      `<div><dt>${button({ text: key, offset }, 'key', options)}</dt><dd>${escapeHtml(text)}${note === undefined ? '' : ` <span class="quiet">(${escapeHtml(note)})</span>`}</dd></div>`,
  );
  return section('Settings', 'settings', null, `<dl class="rows">${rows.join('')}</dl>`, options);
}

export function contractHtml({ contract }: CardModel, options: DrawOptions): string {
  if (!contract) return '';
  const format = contract.format ? ` in ${escapeHtml(contract.format.text)}` : '';
  const rows = contract.sections.map(
    ({ name, pattern, required, offset }) =>
      `<tr><td>${button({ text: name, offset }, 'value', options)}</td><td>${pattern === null ? '' : `<code>${escapeHtml(pattern)}</code>`}</td><td>${required ? 'yes' : '<span class="quiet">no</span>'}</td></tr>`,
  );
  const table = `<table><thead><tr><th scope="col">Section</th><th scope="col">Pattern</th><th scope="col">Required</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const body = `<p class="quiet">What an answer${format} contains:</p>${table}`;
  return section(
    'Contract',
    'contract',
    contract.offset,
    contract.sections.length > 0 ? body : '<p class="quiet">No sections are listed.</p>',
    options,
  );
}

export function changelogHtml({ changelog }: CardModel, options: DrawOptions): string {
  if (!changelog) return '';
  const rows = changelog.entries.map(
    ({ version, text, offset }) =>
      `<div><dt>${button({ text: version ?? 'Change', offset }, 'key', options)}</dt><dd>${escapeHtml(text)}</dd></div>`,
  );
  const list = (part: readonly string[]): string => `<dl class="rows">${part.join('')}</dl>`;
  const older = rows.slice(CHANGES_SHOWN);
  const folded = older.length > 0 ? `<details><summary>${older.length} older</summary>${list(older)}</details>` : '';
  return section('Changelog', 'changelog', changelog.offset, list(rows.slice(0, CHANGES_SHOWN)) + folded, options);
}

/** Fields that only another tool reads share one muted line; fields without any effect are listed with the reason. */
export function ignoredHtml({ ignored, verdict }: CardModel, options: DrawOptions): string {
  if (ignored.length === 0) return '';
  const lost = ignored.filter(({ readBy }) => readBy === undefined);
  const elsewhere = ignored.filter(({ readBy }) => readBy !== undefined);
  const items = lost.map(
    (field) => `<li>${button(field, 'key', options)} <span>${escapeWithCode(field.reason)}</span></li>`,
  );
  const names = elsewhere.map((field) => button(field, 'key', options)).join(', ');
  const readers = [...new Set(elsewhere.map(({ readBy }) => readBy))].join(', ');
  const note = names === '' ? '' : `<p class="quiet">Read only by ${escapeHtml(readers)}: ${names}</p>`;
  const list = items.length > 0 ? `<ul class="ignored">${items.join('')}</ul>` : '';
  return section(`Ignored by ${verdict.runtime}`, 'ignored-fields', null, list + note, options);
}

export function section(
  title: string,
  name: string,
  offset: number | null,
  body: string,
  options: DrawOptions,
): string {
  const heading = offset === null ? escapeHtml(title) : button({ text: title, offset }, 'heading', options);
  return `<section class="${name}" aria-label="${escapeHtml(title)}"><h2>${heading}</h2>${body}</section>`;
}

/** Text that leads to its source; plain text if the card is not interactive. */
export function button({ text, offset }: CardText, kind: string, { interactive }: DrawOptions): string {
  if (!interactive) return `<span class="${kind}">${escapeHtml(text)}</span>`;
  return `<button type="button" class="${kind}" data-offset="${offset}" title="Go to source">${escapeHtml(text)}</button>`;
}

function fact(term: string, html: string): string {
  return `<div><dt>${term}</dt><dd>${html}</dd></div>`;
}
